/** What the tab of warnings does beside issuing one: drafts, rules. In: the tools of page.mjs. The login is done already. */

import assert from 'node:assert/strict';

export async function warningChecks({ page, check, service, still, text, figure, accessible, shot }) {
  const section = (name) => page.locator('#panel-warnings .desk-sections .segment', { hasText: name }).click();

  await check('a draft for small catchments shows on the map what it would close, closes nothing, and is discarded', async () => {
    await page.click('#tab-warnings');
    await page.locator('#panel-warnings .segment', { hasText: '小流域' }).click();
    const boxes = page.locator('#warning-catchments input');
    const count = await boxes.count();
    assert.equal(count, (await service.features('small_catchment')).length);
    for (let at = 0; at < count; at += 1) await boxes.nth(at).check();
    await page.click('#warning-run');
    await page.locator('#warning-draft').waitFor({ timeout: 120_000 });
    const moving = await figure('[data-impact=moving]');
    await page.click('#warning-draft');
    await page.locator('.draft [data-action=draft-look]').click();
    await page.locator('.draft-meaning').waitFor();
    const [closures, , persons] = (await text('.draft-meaning')).match(/\d[\d,]*/g).map((word) => Number(word.replaceAll(',', '')));
    assert.equal(persons, moving);
    assert.equal(closures, (await service.features('geohazard_zone', "risk = 'high'")).length + 1);
    await still();
    await shot('warning-draft');
    await accessible();
    assert.equal((await service.features('closure', "source = 'issued' and time_to > '2099-01-01'")).length, 0);
    await page.locator('.draft [data-action=draft-discard]').click();
    await page.locator('.drafts').waitFor({ state: 'hidden' });
    await page.locator('#panel-warnings .segment', { hasText: '乡镇' }).click();
  });

  await check('the rules table is edited into a new version of the county', async () => {
    await section('规则');
    await page.locator('#rules-version').waitFor();
    const words = `演练：封闭道路并值守`;
    await page.fill('textarea[data-step=断]', words);
    await page.fill('#rules-note', '页面检查');
    await accessible();
    await page.click('#rules-save');
    await page.locator('#rules-version', { hasText: '页面检查' }).waitFor();
    await shot('warning-rules');
    const state = await service.state();
    const { versions } = await service.json(`riskmap/warning-rules?county=${state.county.code}`);
    assert.equal(versions[0].county, state.county.code);
    const rule = versions[0].rules.find((one) => one.level === 'orange' && one.hazards.includes('geohazard'));
    assert.equal(rule.steps.find((one) => one.step === '断').text, words);
    assert.ok(rule.move.length > 0 && rule.close.length > 0, 'the rest of the rule is lost');
    await section('预警');
  });

  await check('the rain of the storm puts hazards over their thresholds; the page proposes a warning that is issued and ended', async () => {
    await section('雨情');
    await page.click('#rain-latest');
    await page.fill('#rain-time', '2023-07-28T20:00');
    await page.locator('#rain-time').dispatchEvent('change');
    await page.locator('#rain-propose').waitFor();
    const rain = await service.json('riskmap/rain?at=2023-07-28T12:00:00Z');
    assert.equal(await figure('#rain-over-count'), rain.over.length);
    await still();
    await shot('rain');
    await accessible();
    await page.click('#rain-propose');
    await section('预警');
    const draft = page.locator('.draft', { hasText: '雨情触发' }).first();
    await draft.waitFor();
    await shot('rain-draft');
    await draft.locator('[data-action=draft-issue]').click();
    const item = page.locator('.kept-warning[data-warning]', { hasText: '解除预警' }).first();
    await item.waitFor();
    await item.locator('[data-action=end]').click();
    await page.locator('#panel-warnings .empty', { hasText: '目前没有预警' }).waitFor();
    for (const rest = page.locator('.draft'); (await rest.count()) > 0;) {
      const before = await rest.count();
      await rest.first().locator('[data-action=draft-discard]').click();
      await page.waitForFunction((n) => document.querySelectorAll('.draft').length < n, before);
    }
    await section('雨情');
    await page.setInputFiles('#rain-file', { name: 'rain.csv', mimeType: 'text/csv', buffer: Buffer.from('站号,时间,雨量\nnobody,2024-01-01 08:00,1\n') });
    await page.locator('#rain-report', { hasText: '退回 1' }).waitFor();
    assert.match(await text('#rain-report'), /第 2 行.*nobody/);
    await page.fill('#rain-time', '');
    await page.locator('#rain-time').dispatchEvent('change');
    await still();
    await section('预警');
  });

  await check('the responsible people of a township become a list to call, with states and files', async () => {
    await section('叫应');
    await page.locator('.callout-panel #warning-townships input').first().check();
    await page.click('#calls-make');
    await page.locator('.call-entries li').first().waitFor();
    const entries = await page.locator('.call-entries li').count();
    assert.match(await text('.call-entries li'), /县级包乡领导/);
    await page.locator('.call-entries li select').first().selectOption('confirmed');
    await page.locator('#calls-progress', { hasText: '已确认 1' }).waitFor();
    await accessible();
    await shot('calls');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('#calls-csv')]);
    assert.ok(file.suggestedFilename().endsWith('.csv'));
    const [book] = await Promise.all([page.waitForEvent('download'), page.click('#calls-xlsx')]);
    assert.ok(book.suggestedFilename().endsWith('.xlsx'));
    await page.click('#calls-back');
    await page.locator('.callout-panel [data-list]').first().waitFor();
    assert.match(await text('.callout-panel [data-list]'), new RegExp(`未呼叫 ${entries - 1}`));
    await section('预警');
  });

  await check('a threshold is shown with source and certainty, and gets a new version from a day on', async () => {
    await section('标准');
    const row = page.locator('.standard-topic[data-topic=emergency_shelter] .standard[data-class=walking_time]');
    await row.locator('.source-note', { hasText: '转引' }).waitFor();
    const before = Number((await row.locator('.standard-figure').innerText()).match(/\d+/)[0]);
    await row.locator('[data-action=standard-edit]').click();
    await row.locator('[data-standard=value]').fill('720');
    await row.locator('[data-standard=source]').fill('页面检查');
    await row.locator('[data-standard=valid_from]').fill('2099-01-01');
    await row.locator('[data-standard=note]').fill('检查');
    await accessible();
    await row.locator('[data-action=standard-save]').click();
    await row.locator('.standard-history summary').waitFor();
    await shot('standards');
    const versions = (await service.json('riskmap/standards')).filter((one) => one.topic === 'emergency_shelter' && one.class === 'walking_time');
    assert.deepEqual(versions.map((one) => [one.value, one.valid_to]).sort((a, b) => a[0] - b[0]), [[before, '2098-12-31'], [720, null]]);
    await section('预警');
  });
}
