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
}
