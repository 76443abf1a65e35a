import { describe, expect, it } from 'vitest';
import { parseDistances } from '../src/panels/distances';

describe('distances as people type them', () => {
  it.each([
    ['500,1000', [500, 1000]],
    ['500，1000、2000', [500, 1000, 2000]],
    ['  500   1000 ', [500, 1000]],
    ['0.5km, 1公里', [500, 1000]],
    ['５００；１０００米', [500, 1000]],
  ])('%s', (text, metres) => {
    expect(parseDistances(text)).toEqual({ ok: true, metres });
  });

  it.each([
    ['', 'empty', ''],
    ['abc', 'not_a_number', 'abc'],
    ['500, 5oo', 'not_a_number', '5oo'],
    ['0', 'not_positive', '0'],
    ['-5', 'not_positive', '-5'],
    ['1000, 500', 'not_ascending', '500'],
    ['500, 500', 'not_ascending', '500'],
    ['200km', 'too_far', '200km'],
  ])('%s is refused: %s', (text, error, at) => {
    expect(parseDistances(text)).toEqual({ ok: false, error, at });
  });
});
