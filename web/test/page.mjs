/**
 * Goes through the whole page on a running service with the demo county, as a planner would.
 * Environment: RISKMAP_URL, RISKMAP_ADMIN_PASSWORD, OUT (folder for the screenshots map, buffer, coverage, print).
 */

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Checks, number, openBrowser, parseCsv } from './page/browser.mjs';
import { planChecks } from './page/plan.mjs';
import { Service, metresBetween } from './page/service.mjs';
import { checkChecks } from './page/checks.mjs';
import { warningChecks } from './page/warnings.mjs';

const url = process.env.RISKMAP_URL ?? 'http://127.0.0.1:8080/';
const password = process.env.RISKMAP_ADMIN_PASSWORD ?? '';
const out = process.env.OUT ?? 'test-output';
mkdirSync(out, { recursive: true });

const service = new Service(url, password);
const { browser, page, trouble } = await openBrowser();
const checks = new Checks();
const check = (name, body) => checks.check(name, body);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const maps = [];
page.on('request', (request) => { if (/request=getmap/i.test(request.url())) maps.push(new URL(request.url()).searchParams); });
const jobs = [];
page.on('request', (request) => { if (request.url().endsWith('/execution')) jobs.push(JSON.parse(request.postData())); });

/** The map has nothing left to load. */
async function still() {
  await page.waitForTimeout(300);
  await page.waitForFunction(() => document.querySelector('.map-progress').hidden);
  await page.waitForTimeout(300);
}

const shot = (name) => page.screenshot({ path: join(out, `${name}.png`) });
const text = (selector) => page.locator(selector).first().innerText();
const figure = async (selector) => number(await text(selector));

/** No serious or critical violation of WCAG 2.1 A and AA. */
async function accessible() {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
  const grave = violations.filter((violation) => ['serious', 'critical'].includes(violation.impact));
  assert.deepEqual(grave.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`), []);
}

/** The map's picture is no blank. */
async function drawn() {
  const colours = await page.evaluate(() => {
    const seen = new Set();
    for (const canvas of document.querySelectorAll('#map canvas')) {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      for (let at = 0; at < data.length; at += 4 * 97) seen.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
    }
    return seen.size;
  });
  assert.ok(colours > 100, `only ${colours} colours`);
}

/** Where on the screen the middle of the free map is. */
async function centreOfMap() {
  const box = await page.locator('#map').boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function searchFor(name) {
  await page.fill('#search', name);
  await page.locator('#search-results li[role=option] .place', { hasText: name }).first().waitFor();
  await page.locator('#search-results li[role=option]', { has: page.getByText(name, { exact: true }) }).first().click();
  await page.waitForTimeout(900);
  await still();
}

async function runCoverage() {
  await page.click('#tab-coverage');
  const edit = page.locator('#panel-coverage [data-action=edit]');
  if (await edit.isVisible()) await edit.click();
  await page.click('#coverage-run');
  await edit.waitFor({ timeout: 120_000 });
  await still();
}

/** Pages through the popup to the feature of this name and, if given, of this layer. */
async function popupOf(name, layer = '') {
  const head = page.locator('.popup-head');
  await head.waitFor();
  const found = async () => (await head.locator('h2').innerText()) === name && (await head.innerText()).includes(layer);
  for (let turn = 0; turn < 30 && !(await found()); turn += 1) await page.locator('.popup .pager button').last().click();
  assert.ok(await found(), `${layer} ${name} is not under the pointer`);
}

const state = await service.state();
const shelter = (await service.features('shelter', "status = 'open'")).sort((a, b) => b.properties.capacity - a.properties.capacity || (a.id < b.id ? -1 : 1))[0];

try {
  await page.goto(url);
  await page.locator('.layer-row').first().waitFor();
  await still();

  await check('the page names the county and says that the data is fictional', async () => {
    assert.equal(await text('.brand h1'), state.county.name);
    assert.equal(await page.locator('.banner').isVisible(), state.demo);
    if (state.demo) assert.match(await text('.banner'), /演示数据/);
  });

  await check('the map is drawn, in one image for all opaque layers', async () => {
    assert.ok(maps.length >= 1 && maps.length <= 3, `${maps.length} images were asked for`);
    const layers = maps.at(-1).get('LAYERS').split(',');
    for (const name of ['hillshade', 'admin_area', 'river', 'road', 'shelter']) assert.ok(layers.includes(`risk:${name}`), `${name} is not among ${layers}`);
    await drawn();
  });

  await check('every layer that shows something has its legend', async () => {
    await page.waitForFunction(() => [...document.querySelectorAll('.legend-card .legend-image')].every((image) => image.complete && image.naturalWidth > 8));
    const rows = await page.locator('.layer-row.on').evaluateAll((list) => list.map((row) => row.dataset.layer.slice('risk:'.length)));
    const explained = rows.filter((name) => name !== 'hillshade' && state.counts[name] !== 0);
    assert.equal(await page.locator('.legend-card .legend-image').count(), explained.length);
  });
  await shot('map');
  await check('the map view is accessible', accessible);

  await check('a layer switched off is not asked for any more', async () => {
    await page.locator('.layer-row[data-layer="risk:road"] input[type=checkbox]').uncheck();
    await still();
    assert.ok(!maps.at(-1).get('LAYERS').split(',').includes('risk:road'));
    await page.locator('.layer-row[data-layer="risk:road"] input[type=checkbox]').check();
    await still();
  });

  await check('a translucent layer becomes an image of its own, in its place', async () => {
    await page.locator('.layer-row[data-layer="risk:geohazard_zone"] button').click();
    const slider = page.locator('.layer-row[data-layer="risk:geohazard_zone"] input[type=range]');
    const before = maps.length;
    await slider.fill('0.5');
    await slider.dispatchEvent('change');
    await still();
    assert.ok(maps.slice(before).some((query) => query.get('LAYERS') === 'risk:geohazard_zone'));
    await page.locator('.layer-row[data-layer="risk:geohazard_zone"] input[type=range]').fill('1');
    await page.locator('.layer-row[data-layer="risk:geohazard_zone"] input[type=range]').dispatchEvent('change');
    await still();
  });

  await check('the three maps show their own layers', async () => {
    await page.click('#group-risk_map');
    await still();
    assert.ok(maps.at(-1).get('LAYERS').includes('risk:fire_zone'));
    assert.ok(!maps.at(-1).get('LAYERS').includes('risk:shelter'));
    await page.click('#group-resource_map');
    await still();
    assert.ok(maps.at(-1).get('LAYERS').includes('risk:supply_depot'));
    assert.ok(!maps.at(-1).get('LAYERS').includes('risk:geohazard_zone'));
    await page.click('#group-one_map');
    await still();
  });

  await check('the map can be drawn in CGCS2000 degrees, asked for with the latitude first', async () => {
    await page.locator('.coordinates.projection').click();
    await still();
    assert.equal(maps.at(-1).get('CRS'), 'EPSG:4490');
    const [south, west, north, east] = maps.at(-1).get('BBOX').split(',').map(Number);
    assert.ok(south <= state.extent[1] && west <= state.extent[0] && north >= state.extent[3] && east >= state.extent[2], maps.at(-1).get('BBOX'));
    await drawn();
    await page.locator('.coordinates.projection').click();
    await still();
    assert.equal(await text('.coordinates.projection'), 'Web 墨卡托');
    await drawn();
  });

  await check('a search finds a shelter and goes there', async () => {
    await searchFor(shelter.properties.name);
    const at = await centreOfMap();
    await page.mouse.move(at.x, at.y);
    const [, lon, lat] = /([\d.]+)°E\s+([\d.]+)°N/.exec(await text('.coordinates:not(.projection)'));
    assert.ok(metresBetween([Number(lon), Number(lat)], shelter.geometry.coordinates) < 300, `${lon}, ${lat}`);
  });

  await check('a click on the shelter shows its values with words and units', async () => {
    const at = await centreOfMap();
    await page.mouse.click(at.x, at.y);
    await popupOf(shelter.properties.name);
    const values = await text('.popup dl');
    assert.ok(values.includes(`${shelter.properties.capacity.toLocaleString('en-US')} 人`), values);
    assert.match(values, /状态\s+启用/);
    assert.doesNotMatch(values, /capacity|admin_code|updated_at/);
    await accessible();
    await page.locator('.popup-head button').click();
  });

  const settlements = await service.features('settlement');
  const busiest = settlements.map((one) => ({
    one, near: settlements.filter((other) => metresBetween(one.geometry.coordinates, other.geometry.coordinates) <= 900).length,
  })).sort((a, b) => b.near - a.near || (a.one.id < b.one.id ? -1 : 1))[0].one;

  await check('a wrong distance is refused beside its field', async () => {
    await page.click('#tab-buffer');
    await page.locator('[data-shape=Point]').click();
    await searchFor(busiest.properties.name);
    const at = await centreOfMap();
    await page.mouse.click(at.x + 20, at.y + 12);
    await page.locator('.draw-state.done').waitFor();
    await page.fill('#buffer-distances', '1000, 500');
    await page.click('#buffer-run');
    assert.match(await text('[data-input=distances] .field-error'), /从小到大/);
    await page.fill('#buffer-distances', '500, 1000');
    await accessible();
  });

  await check('a buffer round a drawn point counts exactly the people within its rings', async () => {
    await page.click('#buffer-run');
    await page.locator('#panel-buffer [data-action=clear]').waitFor({ timeout: 60_000 });
    await still();
    const { hazards, distances } = jobs.at(-1).inputs;
    assert.deepEqual(distances, [500, 1000]);
    assert.equal(hazards.type, 'Point');
    const away = (one) => metresBetween(hazards.coordinates, one.geometry.coordinates);
    const people = (from, to) => settlements.filter((one) => away(one) > from && away(one) <= to).reduce((sum, one) => sum + (one.properties.population ?? 0), 0);
    assert.equal(await figure('[data-ring="0"] [data-figure=population]'), people(-1, 500));
    assert.equal(await figure('[data-ring="1"] [data-figure=population]'), people(500, 1000));
    assert.equal(await figure('#panel-buffer .big'), people(-1, 1000));
    assert.ok(people(-1, 1000) > 0, 'nobody lives there');
  });

  await check('the exposed features come as a table and a CSV that agree', async () => {
    const badge = await figure('#panel-buffer .exposed .badge');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#exposed-csv')]);
    const csv = readFileSync(await download.path(), 'utf8');
    assert.equal(csv.charCodeAt(0), 0xfeff);
    assert.equal(parseCsv(csv.slice(1)).length - 1, badge);
    await accessible();
  });
  await shot('buffer');

  await check('a mistake in a filter is explained beside the filter', async () => {
    await page.locator('#panel-buffer [data-action=clear]').click();
    await page.locator('#panel-buffer .segment', { hasText: '取自图层' }).click();
    await page.fill('#buffer-filter', "risk = = 'high'");
    trouble.expect(/\/api\//);
    await page.click('#buffer-run');
    await page.waitForFunction(() => [...document.querySelectorAll('#panel-buffer .field-error, #panel-buffer .callout.error')].some((place) => place.textContent !== ''));
    trouble.expectNoMore();
    await page.fill('#buffer-filter', "risk = 'high'");
    await page.click('#buffer-run');
    await page.locator('#panel-buffer [data-action=clear]').waitFor({ timeout: 60_000 });
    const zones = await service.features('geohazard_zone', "risk = 'high'");
    assert.match(await text('#panel-buffer .chips'), new RegExp(`${zones.length} 个`));
    await page.locator('#panel-buffer [data-action=clear]').click();
  });

  let capacity = 0;
  await check('a coverage run on foot within half an hour: its totals add up to the population', async () => {
    await page.locator('.zoom button').last().click();
    await page.click('#tab-coverage');
    await accessible();
    await runCoverage();
    const assigned = await figure('[data-figure=assigned] .figure-value');
    const reachable = await figure('[data-figure=reachable] .figure-value');
    const reasons = {};
    for (const reason of ['assigned', 'no_capacity', 'too_far', 'no_path', 'not_snapped']) reasons[reason] = await figure(`[data-reason=${reason}]`);
    assert.equal(Object.values(reasons).reduce((sum, persons) => sum + persons, 0), state.population);
    assert.equal(reasons.assigned, assigned);
    assert.equal(assigned + reasons.no_capacity, reachable);
    assert.ok(assigned > 0 && assigned < state.population);
    const share = number(await text('#panel-coverage .big'));
    assert.ok(Math.abs(share - (100 * assigned) / state.population) < 0.06, `${share} %`);
    capacity = await figure('[data-shelters=capacity]');
    const used = await figure('[data-shelters=used]');
    assert.equal(used, assigned);
    assert.ok(used <= capacity);
    const open = await service.features('shelter', "status = 'open'");
    assert.ok(capacity <= open.reduce((sum, one) => sum + one.properties.capacity, 0));
  });

  await check('the settlements not covered: table, CSV and totals agree', async () => {
    const badge = await figure('.unserved .badge');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#unserved-csv')]);
    const csv = readFileSync(await download.path(), 'utf8');
    assert.equal(csv.charCodeAt(0), 0xfeff);
    const [header, ...rows] = parseCsv(csv.slice(1));
    assert.equal(rows.length, badge);
    const column = header.indexOf('未安置');
    const left = rows.reduce((sum, row) => sum + Number(row[column]), 0);
    assert.equal(left, state.population - (await figure('[data-figure=assigned] .figure-value')));
    const reasons = new Set(rows.map((row) => row[header.indexOf('原因')]));
    for (const reason of reasons) assert.ok(['容量不足', '超出限值', '无路可达', '附近无道路'].includes(reason), reason);
  });

  await check('the table sorts, and a row goes to its settlement', async () => {
    const persons = async () => (await page.locator('.unserved tbody td:nth-child(3)').allInnerTexts()).map(number);
    const falling = await persons();
    assert.deepEqual(falling, [...falling].sort((a, b) => b - a));
    await page.locator('.unserved th button').nth(2).click();
    const rising = await persons();
    assert.deepEqual(rising, [...rising].sort((a, b) => a - b));
    await page.locator('.unserved th button').nth(2).click();
    await page.locator('.unserved tbody tr').first().click();
    await page.waitForTimeout(900);
    await still();
    const name = await text('.unserved tbody tr td');
    const at = await centreOfMap();
    await page.mouse.click(at.x, at.y);
    await popupOf(name);
    await page.locator('.popup-head button').click();
    await page.locator('.zoom button').last().click();
    await page.waitForTimeout(700);
    await still();
  });

  await check('the areas add up to the whole', async () => {
    const cells = async (column) => (await page.locator(`.by-area tbody td:nth-child(${column})`).allInnerTexts()).map(number);
    const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
    assert.equal(sum(await cells(2)), state.population);
    assert.equal(sum(await cells(3)), await figure('[data-figure=reachable] .figure-value'));
    assert.equal(sum(await cells(4)), await figure('[data-figure=assigned] .figure-value'));
    await page.waitForFunction(() => (document.querySelector('.by-area canvas')?.width ?? 0) > 100);
  });
  await page.locator('#panel-coverage').evaluate((panel) => panel.scrollTo(0, 0));
  await shot('coverage');
  await check('the coverage result is accessible', accessible);

  await check('a shelter marked closed after logging in is not counted any more, and counts again once reopened', async () => {
    await page.locator('#panel-coverage [data-action=clear]').click();
    await page.click('#tab-layers');
    const mark = async (label, status) => {
      await searchFor(shelter.properties.name);
      const at = await centreOfMap();
      await page.mouse.click(at.x, at.y);
      await popupOf(shelter.properties.name, '避灾安置场所');
      await page.locator('.popup-actions button', { hasText: label }).click();
      if (status === 'closed') {
        await page.locator('#login-password').fill('wrong');
        trouble.expect(/riskmap\/login/);
        await page.locator('.login-form button[type=submit]').click();
        await page.locator('.login-form .field-error', { hasText: '不正确' }).waitFor();
        await accessible();
        trouble.expectNoMore();
        await page.locator('#login-password').fill(password);
        await page.locator('.login-form button[type=submit]').click();
      }
      await page.locator('.popup dd', { hasText: status === 'closed' ? '关闭' : '启用' }).first().waitFor();
      await page.locator('.popup-head button').click();
    };
    const versions = new Set(maps.map((query) => query.get('DATA_VERSION')));
    await mark('标记为关闭', 'closed');
    await still();
    assert.ok(!versions.has(maps.at(-1).get('DATA_VERSION')), 'the map was not fetched anew');
    await runCoverage();
    assert.equal(await figure('[data-shelters=capacity]'), capacity - shelter.properties.capacity);
    await page.click('#tab-layers');
    await mark('标记为启用', 'open');
    await runCoverage();
    assert.equal(await figure('[data-shelters=capacity]'), capacity);
    await page.locator('#panel-coverage [data-action=clear]').click();
  });

  await check('a warning is looked at, issued after logging in, closes roads, is on the map, and ends', async () => {
    const townships = (await service.features('admin_area', "level = 'township'")).sort((a, b) => (a.properties.code < b.properties.code ? -1 : 1));
    const zones = await service.features('geohazard_zone', "risk = 'high'");
    await page.click('#tab-warnings');
    await page.locator('#warning-townships input').nth(townships.length - 1).waitFor();
    await page.click('#warning-run');
    assert.match(await text('#panel-warnings [data-input=admin_codes] .field-error'), /请选择/);
    for (const box of await page.locator('#warning-townships input').all()) await box.check();
    await accessible();
    await page.click('#warning-run');
    await page.locator('#warning-issue').waitFor({ timeout: 120_000 });
    await still();
    const moving = await figure('[data-impact=moving]');
    assert.ok(moving > 0 && moving < state.population, `${moving}`);
    assert.equal(await figure('[data-impact=closures]'), zones.length);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#move-csv')]);
    const [header, ...rows] = parseCsv(readFileSync(await download.path(), 'utf8').slice(1));
    assert.equal(rows.reduce((sum, row) => sum + Number(row[header.indexOf('人数')] || 0), 0), moving);
    await accessible();
    await shot('warning');
    await page.click('#warning-issue');
    const item = page.locator('.kept-warning', { hasText: '橙色预警' });
    await item.waitFor();
    await still();
    const id = await item.getAttribute('data-warning');
    const closed = await service.features('closure', `warning_id = '${id}'`);
    assert.equal(closed.length, zones.length + 1);
    await runCoverage();
    assert.match(await text('#panel-coverage .callout.caution'), /当前封闭已计入/);
    await page.locator('#panel-coverage [data-action=clear]').click();
    await page.click('#tab-warnings');
    await page.fill('#warning-time', '2023-07-28T12:00');
    await page.locator('#warning-time').dispatchEvent('change');
    await still();
    const then = maps.filter((query) => query.get('TIME') !== null).at(-1);
    assert.match(then.get('TIME'), /^2023-07-2/);
    assert.equal(then.get('LAYERS'), 'risk:closure,risk:warning');
    await page.fill('#warning-time', '');
    await page.locator('#warning-time').dispatchEvent('change');
    await still();
    assert.equal(maps.filter((query) => query.get('TIME') !== null).at(-1), then); // now is asked for without a time, or kept
    await item.locator('[data-action=end]').click();
    await page.locator('#panel-warnings .empty', { hasText: '目前没有预警' }).waitFor();
    await runCoverage();
    assert.equal(await page.locator('#panel-coverage .callout.caution', { hasText: '当前封闭' }).count(), 0);
    await page.locator('#panel-coverage [data-action=clear]').click();
  });

  await checkChecks({ page, check, service, still, text, figure, accessible, shot, trouble });
  await planChecks({ page, check, service, still, text, figure, accessible, shot });

  await warningChecks({ page, check, service, still, text, figure, accessible, shot });

  await check('the sheet for paper has title, legend, scale, north arrow, date and sources', async () => {
    await page.locator('.zoom button').last().click();
    await page.waitForTimeout(700);
    await page.click('#print-open');
    await still();
    assert.equal(await text('.sheet-title'), `${state.county.name}应急一张图`);
    assert.match(await text('.sheet-foot'), /比例尺 1 : [\d,]+/);
    assert.match(await text('.sheet-foot'), /制图日期：\d{4}年\d{1,2}月\d{1,2}日/);
    assert.match(await text('.sheet-foot'), /数据来源：\S/);
    assert.ok(await page.locator('.north-arrow').isVisible());
    assert.ok((await page.locator('.sheet-legend .legend-image').count()) > 5);
    assert.ok(await page.locator('.sheet-legend').evaluate((legend) => legend.scrollHeight <= legend.clientHeight + 1), 'the legend is cut off');
    await shot('print');
    await accessible();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.equal((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length, 1, 'not on one page');
    assert.match(pdf, /\/MediaBox\s*\[0 0 841\.\d+ 59[45]/);
    await page.click('#print-close');
    await still();
  });

  await check('English is one click away and remembered', async () => {
    await page.click('#lang');
    await still();
    assert.equal(await text('#group-one_map'), 'One map');
    await page.reload();
    await page.locator('.layer-row').first().waitFor();
    await still();
    for (const tab of ['layers', 'buffer', 'coverage']) {
      await page.click(`#tab-${tab}`);
      assert.doesNotMatch(await text(`#panel-${tab}`), /\p{Script=Han}/u);
    }
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    await page.click('#lang');
  });

  await check('the browser met no error', () => assert.deepEqual(trouble.found, []));
} catch (failure) {
  await check('the story could be told to its end', () => { throw failure; });
} finally {
  await service.setShelter(shelter.properties.id, 'open');
  await browser.close();
}
process.exit(checks.close());
