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
    await page.fill('#coverage-minutes', '30');
  });
}
