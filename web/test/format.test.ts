import { afterEach, describe, expect, it } from 'vitest';
import { setLang } from '../src/i18n';
import { area, count, distance, dms, duration, percent } from '../src/i18n/format';

afterEach(() => setLang('zh'));

describe('numbers as people read them', () => {
  it('groups thousands and shows a dash for what is not known', () => {
    expect(count(323666)).toBe('323,666');
    expect(count(null)).toBe('–');
  });

  it('never rounds a share up to all or down to none', () => {
    expect(percent(0.9999)).toBe('99.9%');
    expect(percent(0.0001)).toBe('0.1%');
    expect(percent(1)).toBe('100.0%');
    expect(percent(0)).toBe('0.0%');
    expect(percent(null)).toBe('–');
  });

  it('gives metres below a kilometre', () => {
    expect(distance(999.4)).toBe('999 m');
    expect(distance(999.6)).toBe('1 km');
    expect(distance(1250)).toBe('1.25 km');
  });

  it('gives times in the language chosen', () => {
    expect(duration(59)).toBe('59 秒');
    expect(duration(1800)).toBe('30 分钟');
    expect(duration(3661)).toBe('1 小时 1 分');
    setLang('en');
    expect(duration(95)).toBe('1 min 35 s');
  });

  it('gives areas in the unit that suits them', () => {
    expect(area(850)).toBe('850 m²');
    expect(area(25_000)).toBe('2.5 ha');
    expect(area(3_141_593)).toBe('3.14 km²');
  });

  it('carries seconds over into minutes and degrees', () => {
    expect(dms(119.7, 'lon')).toBe('119°42′00.0″E');
    expect(dms(27.99999999, 'lat')).toBe('28°00′00.0″N');
    expect(dms(-0.5, 'lat')).toBe('0°30′00.0″S');
  });
});
