import { describe, expect, it } from 'vitest';
import { roundLength } from '../src/map/scalebar';

describe('scale bar', () => {
  it.each([[1, 1], [1999, 1000], [2000, 2000], [4999, 2000], [7300, 5000], [0.7, 0.5]])('fits %f m with a field of %f m', (given, length) => {
    expect(roundLength(given)).toBeCloseTo(length);
  });
});
