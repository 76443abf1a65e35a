import { describe, expect, it } from 'vitest';
import { gaussKrueger } from '../src/map/projections';

describe('3° zones', () => {
  it('agree with PROJ at 120.5, 31.25', () => {
    const plane = gaussKrueger(120.5, 31.25);
    expect(plane?.epsg).toBe('EPSG:4549');
    expect(plane?.east).toBeCloseTo(547627.3809, 3);
    expect(plane?.north).toBeCloseTo(3458800.0373, 3);
  });

  it('change with the longitude and end outside China', () => {
    expect(gaussKrueger(108.4, 30.9)?.epsg).toBe('EPSG:4545');
    expect(gaussKrueger(1.5, 42.5)).toBeNull();
  });
});
