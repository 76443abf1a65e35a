/** The tab of planning and what-if runs: the totals shown are those of the service. In: the tools of page.mjs. */

import assert from 'node:assert/strict';

export async function planChecks({ page, check, service, still, text, figure, accessible, shot }) {
  const execute = (process, inputs) => service.json(`api/processes/${process}/execution`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ inputs }),
  });
  const result = async (task) => {
    await page.click('#plan-run');
    await page.locator(`.plan-result[data-task=${task}]`).waitFor({ timeout: 120_000 });
    await still();
    await accessible();
    await shot(`plan-${task}`);
  };
  const again = () => page.click('#panel-plan [data-action=clear]');

  await check('sites: what is placed before and after, and the order, are the service’s', async () => {
    await page.click('#tab-plan');
    await page.selectOption('#plan-task', 'siting');
    await page.fill('#plan-count', '3');
    await result('siting');
    const { before, after, sites } = await execute('shelter-siting', {
      count: 3, candidates: { layer: 'risk:settlement', filter: 'population >= 100' }, candidate_capacity: 200, limit: { time_s: 1800 },
    });
    assert.equal(await figure('[data-plan=before]'), before.assigned);
    assert.equal(await figure('[data-plan=after]'), after.assigned);
    assert.equal(await page.locator('#panel-plan .plan-rows tbody tr').count(), sites.features.length);
    await again();
  });

  await check('circles: people inside each and outside all are the service’s; a wrong time is told at its field', async () => {
    await page.selectOption('#plan-task', 'circles');
    await page.fill('#plan-limits', '5, 3');
    await page.click('#plan-run');
    assert.match(await text('[data-input=limits_s] .field-error'), /由小到大/);
    await page.fill('#plan-limits', '1, 3, 5, 15');
    await result('circles');
    const { summary } = await execute('response-circles', { limits_s: [60, 180, 300, 900], turnout_s: 0, travel: { mode: 'drive' } });
    for (const one of summary.inside) assert.equal(await figure(`[data-limit="${one.limit_s}"] .figure-value`), one.population);
    assert.equal(await figure('[data-plan=outside]'), summary.outside);
    await again();
  });

  await check('routes out of the hazards: as many as the service finds, with time and distance', async () => {
    await page.selectOption('#plan-task', 'routes');
    await result('routes');
    const { routes } = await execute('evacuation-routes', { hazards: { layer: 'risk:geohazard_zone' }, to: 'nearest', limit: { time_s: 86400 } });
    assert.equal(await figure('[data-plan=routes]'), routes.features.length);
    assert.equal(await figure('[data-plan=persons]'), routes.features.reduce((sum, one) => sum + one.properties.persons, 0));
    await again();
  });

  await check('the check of the roads tells what the service tells', async () => {
    await page.selectOption('#plan-task', 'topology');
    await result('topology');
    const { summary } = await execute('network-topology', { mode: 'drive' });
    for (const key of ['nodes', 'edges', 'components', 'dead_ends', 'near_misses']) assert.equal(await figure(`[data-plan=${key}]`), summary[key]);
    await again();
  });

  await check('a coverage with a changed capacity beside one without: the comparison says who gained, and the run has routes', async () => {
    await page.click('#tab-coverage');
    await page.fill('#coverage-minutes', '40');
    await page.click('#coverage-run');
    await page.locator('#panel-coverage .result').waitFor({ timeout: 120_000 });
    const a = await text('#panel-coverage .run-id code');
    const shelters = (await service.features('run_shelter', `run_id = '${a}'`)).map((one) => one.properties);
    const full = shelters.find((one) => one.used > 0 && one.used === one.capacity);
    await page.click('#panel-coverage [data-action=edit]');
    await page.locator('.what-if-fields summary').click();
    await page.fill('#whatif-capacities', 'wrong');
    await page.click('#coverage-run');
    assert.match(await text('[data-input=capacities] .field-error'), /编号=人数/);
    await page.fill('#whatif-capacities', `${full.shelter_id}=${full.capacity + 50}`);
    await page.click('#coverage-run');
    await page.locator('#panel-coverage .result').waitFor({ timeout: 120_000 });
    const b = await text('#panel-coverage .run-id code');
    assert.notEqual(a, b);
    await page.click('#tab-plan');
    await page.selectOption('#plan-task', 'compare');
    await result('compare');
    const { summary } = await execute('run-compare', { a, b });
    assert.equal(await figure('[data-plan=gained]'), summary.gained);
    assert.equal(await figure('[data-plan=lost]'), summary.lost);
    assert.equal(summary.gained - summary.lost, summary.b.assigned - summary.a.assigned);
    await again();
    await page.selectOption('#plan-task', 'routes');
    await page.locator('#panel-plan .segment', { hasText: '覆盖分析' }).click();
    await page.selectOption('#plan-run-id', b);
    await result('routes');
    const { routes } = await execute('evacuation-routes', { run: b });
    assert.equal(await figure('[data-plan=persons]'), routes.features.reduce((sum, one) => sum + one.properties.persons, 0));
    await again();
    await page.click('#tab-coverage');
    await page.click('#panel-coverage [data-action=clear]');
    await page.fill('#whatif-capacities', '');
  });

  /** Runs the coverage as the form stands. Out: what the service answers to the same request. */
  const coverage = async () => {
    const asked = page.waitForRequest((request) => request.url().endsWith('/evacuation-coverage/execution'));
    await page.click('#coverage-run');
    const { inputs } = JSON.parse((await asked).postData());
    await page.locator('#panel-coverage .result').waitFor({ timeout: 120_000 });
    return { inputs, answer: await execute('evacuation-coverage', inputs) };
  };

  await check('a shelter drawn on the map counts: it stands in the result, and nobody loses a place by it', async () => {
    await page.fill('#coverage-minutes', '40');
    const without = await coverage();
    await page.click('#panel-coverage [data-action=edit]');
    if (!(await page.locator('#whatif-draw').isVisible())) await page.locator('.what-if-fields summary').click();
    await page.click('#whatif-draw');
    const map = await page.locator('#map').boundingBox();
    await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
    await page.fill('[data-extra="0"]', '350');
    const { inputs, answer } = await coverage();
    const [drawn] = inputs.extraShelters.features.features;
    assert.equal(drawn.properties.capacity, 350);
    const before = new Set(without.answer.shelters.features.map((one) => one.id));
    const added = answer.shelters.features.filter((one) => !before.has(one.id));
    assert.equal(added.length, 1);
    assert.equal(added[0].properties.capacity, 350);
    assert.equal(await figure('[data-shelters=capacity]'), answer.summary.shelters.capacity);
    assert.equal(await figure('[data-figure=assigned] .figure-value'), answer.summary.assigned);
    assert.ok(answer.summary.assigned >= without.answer.summary.assigned);
    await still();
    await shot('coverage-drawn-shelter');
    await page.click('#panel-coverage [data-action=edit]');
    await page.locator('[data-input=extraShelters] .link').click();
  });

  await check('natural villages and tiers have rows that add up, with the reason why people have no place', async () => {
    for (const group of ['natural_village', 'tier']) {
      await page.selectOption('#coverage-group', group);
      const { answer } = await coverage();
      assert.equal(answer.byArea.reduce((sum, row) => sum + row.population, 0), answer.summary.population);
      assert.equal(await page.locator('.by-area tbody tr').count(), Math.min(200, answer.byArea.length));
      if (group === 'tier') assert.match(await text('.by-area tbody'), /县级避灾点/);
      await accessible();
      await page.click('#panel-coverage [data-action=edit]');
    }
    await page.selectOption('#coverage-group', 'township');
    await page.fill('#coverage-minutes', '30');
  });

  await check('the runs made before are there when the page is opened again', async () => {
    const again = await page.context().newPage();
    await again.goto(page.url());
    await again.click('#tab-plan');
    await again.selectOption('#plan-task', 'compare');
    await again.locator('#plan-a').waitFor();
    const kept = await again.evaluate(() => JSON.parse(localStorage.getItem('riskmap.coverage-runs')).map((run) => run.id));
    const offered = await again.locator('#plan-a option').evaluateAll((options) => options.map((option) => option.value));
    assert.deepEqual(offered, kept);
    assert.ok(offered.length >= 4);
    await again.close();
  });
}
