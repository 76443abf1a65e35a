/** What the tab of checks shows, beside what the service's layers hold. In: the tools of page.mjs. */

import assert from 'node:assert/strict';

export async function checkChecks({ page, check, service, still, text, figure, accessible, shot, trouble }) {
  const choose = (name) => page.locator('#panel-checks .desk-sections .segment', { hasText: name }).click();

  await check('the register is checked against the map, with findings, treatment and the standards used', async () => {
    await page.click('#tab-checks');
    await page.click('#register-run');
    await page.locator('[data-result=register]').waitFor({ timeout: 120_000 });
    const zones = await service.features('geohazard_zone', "treatment = 'engineering'");
    assert.match(await text('[data-section=treatment]'), new RegExp(`工程治理\\s+${zones.length}`));
    const states = [];
    for (const severity of ['problem', 'notice', 'ok']) states.push(await figure(`[data-check=${severity}] .figure-value`));
    const records = Number((await text('[data-section=register] .badge')).replaceAll(',', ''));
    assert.equal(states.reduce((sum, one) => sum + one, 0), records);
    assert.match(await text('.legend-card'), /核查结果/);
    await page.locator('[data-section=register] tbody tr').first().click();
    await still();
    await shot('check-register');
    await page.locator('[data-result=register] .standards-used summary').click();
    assert.match(await text('[data-result=register] .standards-used'), /国家突发地质灾害应急预案/);
    await accessible();
  });

  await check('sites have their α and what stands too near', async () => {
    await choose('危险源');
    await page.click('#sites-run');
    await page.locator('[data-result=sites]').waitFor({ timeout: 120_000 });
    const conflicts = await figure('[data-result=sites] [data-figure=conflicts]');
    assert.ok(conflicts > 0);
    assert.equal(Number((await text('[data-section=conflicts] .badge')).replaceAll(',', '')), conflicts);
    await still();
    await shot('check-sites');
    await accessible();
  });

  await check('the forest has the danger of the day that the weather gives, and a wrong index is told at its field', async () => {
    await choose('森林火险');
    trouble.expect(/forest-fire\/execution/);
    await page.fill('#forest-weather', '2000');
    await page.click('#forest-run');
    await page.locator('#panel-checks .field-error', { hasText: /./ }).first().waitFor({ timeout: 60_000 });
    trouble.expectNoMore();
    await page.fill('#forest-weather', '95');
    await page.click('#forest-run');
    await page.locator('[data-result=forest]').waitFor({ timeout: 120_000 });
    assert.match(await text('[data-result=forest] .headline'), /当日火险等级/);
    const belts = await service.features('firebreak');
    const kinds = new Set(belts.map((belt) => belt.properties.kind));
    assert.equal(await page.locator('[data-section=belts] tbody tr').count(), kinds.size);
    await still();
    await shot('check-forest');
    await accessible();
  });

  await check('a buffer has distances by kind, one side, townships and facilities', async () => {
    await page.click('#tab-buffer');
    const panel = page.locator('#panel-buffer');
    const back = panel.locator('[data-action=clear]');
    if (await back.count()) await back.click();
    await panel.locator('.segment', { hasText: '取自图层' }).click();
    await panel.locator('[data-input="hazards.layer"] select').selectOption('hazard_site');
    await panel.locator('.segment', { hasText: '按种类等级' }).click();
    await panel.locator('.segment', { hasText: '仅外侧' }).click();
    await panel.locator('.check', { hasText: '学校、医院等' }).click();
    await page.click('#buffer-run');
    await panel.locator('[data-section=facilities]').waitFor({ timeout: 120_000 });
    assert.ok((await panel.locator('[data-section=facilities] tbody tr').count()) > 3);
    const townships = await service.features('admin_area', "level = 'township'");
    const rows = await panel.locator('[data-section=areas] tbody tr').count();
    assert.ok(rows > 0 && rows <= townships.length + 1);
    await still();
    await shot('buffer-facilities');
    await accessible();
    await panel.locator('[data-action=clear]').click();
  });
}
