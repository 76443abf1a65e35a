// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { CoverageResult } from '../src/api/processes';
import { bufferInputs, idFilter, type BufferForm } from '../src/panels/buffer-inputs';
import { COVERAGE_DEFAULTS, coverageInputs } from '../src/panels/coverage-inputs';
import { demandRows, unserved } from '../src/panels/coverage-rows';

describe('coverage form', () => {
  it('asks for the road network on foot with a limit of half an hour', () => {
    expect(coverageInputs(COVERAGE_DEFAULTS)).toEqual({
      ok: true,
      inputs: {
        travel: { network: 'road', mode: 'walk', speed_kmh: 4, max_snap_m: 500, slope: 'auto' },
        limit: { time_s: 1800 }, capacity: true, groupBy: 'township',
      },
    });
  });

  it('sends what a straight line needs and nothing that only roads have', () => {
    const result = coverageInputs({ ...COVERAGE_DEFAULTS, network: 'straight-line', limit: 'distance', metres: '2000', hazard: 'flood', snap: '' });
    expect(result).toMatchObject({ ok: true, inputs: { travel: { network: 'straight-line', detour_factor: 1.3 }, limit: { distance_m: 2000 }, hazard: 'flood' } });
    expect(JSON.stringify(result)).not.toContain('max_snap_m');
  });

  it('sends areas to avoid as selections', () => {
    const polygon = { type: 'Polygon', coordinates: [] };
    expect(coverageInputs({ ...COVERAGE_DEFAULTS, avoid: ['geohazard_high'], drawn: polygon })).toMatchObject({
      inputs: {
        avoid: [
          { layer: 'risk:geohazard_zone', filter: "risk = 'high'" },
          { features: { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: polygon }] } },
        ],
      },
    });
  });

  it.each([
    [{ speed: '' }, 'travel.speed_kmh'],
    [{ minutes: '0' }, 'limit.time_s'],
    [{ network: 'straight-line' as const, detour: '0.9' }, 'travel.detour_factor'],
  ])('names the number that is missing or too small: %o', (change, input) => {
    expect(coverageInputs({ ...COVERAGE_DEFAULTS, ...change })).toMatchObject({ ok: false, input });
  });
});

describe('buffer form', () => {
  const form: BufferForm = {
    from: 'layer', shape: 'Point', drawn: null, layer: 'geohazard_zone', filter: ' ', distances: '500，1000', by: 'same', expression: '', otherwise: '100', side: 'both', exposed: ['settlement'],
  };

  it('takes a layer as hazards', () => {
    expect(bufferInputs(form)).toEqual({
      ok: true, inputs: { hazards: { layer: 'risk:geohazard_zone' }, distances: [500, 1000], exposed: ['risk:settlement'] },
    });
  });

  it('asks for distances of each hazard and for one side only where they were chosen', () => {
    expect(bufferInputs({ ...form, by: 'rules', side: 'outside' })).toMatchObject({ ok: true, inputs: { distanceBy: { rules: 'hazard_reach', otherwise: 100 }, side: 'outside' } });
    expect(bufferInputs({ ...form, by: 'expression', expression: ' danger_class * 100 ' })).toMatchObject({ inputs: { distanceBy: { expression: 'danger_class * 100', otherwise: 100 } } });
    expect(bufferInputs({ ...form, by: 'expression' })).toEqual({ ok: false, input: 'expression' });
    expect(bufferInputs({ ...form, by: 'rules', otherwise: '0.5' })).toEqual({ ok: false, input: 'otherwise' });
  });

  it('wants a drawing, distances and something exposed', () => {
    expect(bufferInputs({ ...form, from: 'drawn' })).toEqual({ ok: false, input: 'hazards' });
    expect(bufferInputs({ ...form, distances: '9, 8' })).toMatchObject({ ok: false, input: 'distances', distances: { error: 'not_ascending' } });
    expect(bufferInputs({ ...form, exposed: [] })).toEqual({ ok: false, input: 'exposed' });
  });

  it('doubles quotes in a filter', () => {
    expect(idFilter("o'x")).toBe("id = 'o''x'");
  });
});

describe('settlements not served', () => {
  // A: 100 people, 70 placed at two shelters. B: 50, too far. C: 20, all placed.
  const settlement = (id: string, population: number, reason: string | null) => ({
    type: 'Feature' as const, id, geometry: { type: 'Point', coordinates: [119.7, 27.6] },
    properties: { id, name: `${id}村`, population, admin_code: 't1', reason },
  });
  const result = {
    byArea: [{ code: 't1', name: '上镇' }],
    demand: { type: 'FeatureCollection', features: [settlement('A', 100, 'no_capacity'), settlement('B', 50, 'too_far'), settlement('C', 20, null)] },
    assignments: [{ demand_id: 'A', persons: 40 }, { demand_id: 'A', persons: 30 }, { demand_id: 'C', persons: 20 }],
  } as unknown as CoverageResult;

  it('are those with anybody left, with the reason and how many', () => {
    expect(unserved(demandRows(result)).map((row) => [row.id, row.area, row.assigned, row.unassigned, row.reason])).toEqual([
      ['A', '上镇', 70, 30, 'no_capacity'],
      ['B', '上镇', 0, 50, 'too_far'],
    ]);
  });
});
