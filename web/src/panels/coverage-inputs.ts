/** The coverage form → inputs of the process `evacuation-coverage`. */

import type { Geometry } from '../api/geojson';

export const HAZARDS = ['flood', 'typhoon', 'geohazard', 'earthquake', 'fire', 'tsunami'] as const;

/** Areas that people and shelters should keep out of, as the form offers them. */
export const AVOIDABLE = {
  geohazard_high: { layer: 'risk:geohazard_zone', filter: "risk = 'high'" },
  geohazard_all: { layer: 'risk:geohazard_zone' },
  fire_high: { layer: 'risk:fire_zone', filter: 'danger_class >= 4' },
  closure: { layer: 'risk:closure' },
  warning: { layer: 'risk:warning' },
} as const;
export type Avoidable = keyof typeof AVOIDABLE;

/** Numbers are kept as typed, so that a wrong one can be shown again. */
/** What people are summed up by. */
export const GROUPS = ['township', 'village', 'natural_village', 'tier'] as const;
export type Group = (typeof GROUPS)[number];

export interface CoverageForm {
  network: 'road' | 'straight-line';
  mode: 'walk' | 'drive';
  speed: string;
  slope: 'auto' | 'true' | 'false';
  detour: string;
  snap: string;
  limit: 'time' | 'distance';
  minutes: string;
  metres: string;
  hazard: '' | (typeof HAZARDS)[number];
  capacity: boolean;
  avoid: Avoidable[];
  drawn: Geometry | null;
  /** Shelters that are not there yet: where, and for how many. */
  extra: { at: Geometry; capacity: string }[];
  /** Other capacities, one a line or comma: `id=persons`. */
  capacities: string;
  groupBy: Group;
}

export const COVERAGE_DEFAULTS: CoverageForm = {
  network: 'road', mode: 'walk', speed: '4', slope: 'auto', detour: '1.3', snap: '500', limit: 'time', minutes: '30', metres: '2000',
  hazard: '', capacity: true, avoid: [], drawn: null, extra: [], capacities: '', groupBy: 'township',
};

export type Inputs = { ok: true; inputs: Record<string, unknown> } | { ok: false; input: string; least: number };

/** Fails with the input whose number is missing or not above `least`. */
export function coverageInputs(form: CoverageForm): Inputs {
  const whatIf = whatIfInputs(form);
  if (!whatIf.ok) return whatIf;
  const travel: Record<string, unknown> = form.network === 'road' ? { network: 'road', mode: form.mode } : { network: 'straight-line' };
  const wanted: [string, string, number, boolean][] = [
    ['travel.speed_kmh', form.speed, 0, true],
    ['travel.detour_factor', form.detour, 1, form.network === 'straight-line'],
    ['travel.max_snap_m', form.snap, 0, form.network === 'road'],
    ['limit.time_s', form.minutes, 0, form.limit === 'time'],
    ['limit.distance_m', form.metres, 0, form.limit === 'distance'],
  ];
  const numbers: Record<string, number> = {};
  for (const [input, text, least, needed] of wanted) {
    if (!needed) continue;
    const value = text.trim() === '' ? Number.NaN : Number(text);
    const enough = input === 'travel.detour_factor' ? value >= least : value > least;
    if (!Number.isFinite(value) || !enough) return { ok: false, input, least };
    numbers[input] = value;
  }
  travel.speed_kmh = numbers['travel.speed_kmh'];
  if (form.network === 'road') {
    travel.max_snap_m = numbers['travel.max_snap_m'];
    if (form.mode === 'walk') travel.slope = form.slope === 'auto' ? 'auto' : form.slope === 'true';
  } else {
    travel.detour_factor = numbers['travel.detour_factor'];
  }
  const limit = form.limit === 'time'
    ? { time_s: Math.round((numbers['limit.time_s'] ?? 0) * 60) }
    : { distance_m: numbers['limit.distance_m'] };
  const inputs: Record<string, unknown> = { travel, limit, capacity: form.capacity, groupBy: form.groupBy };
  if (form.hazard !== '') inputs.hazard = form.hazard;
  const avoid: unknown[] = form.avoid.map((key) => AVOIDABLE[key]);
  if (form.drawn) avoid.push({ features: collection(form.drawn) });
  if (avoid.length > 0) inputs.avoid = avoid;
  return { ok: true, inputs: { ...inputs, ...whatIf.inputs } };
}

/** Shelters beside those there are, and other capacities of these. */
function whatIfInputs(form: CoverageForm): Inputs {
  const inputs: Record<string, unknown> = {};
  if (form.extra.some((one) => !isPersons(one.capacity))) return { ok: false, input: 'extraShelters', least: 0 };
  if (form.extra.length > 0) {
    const features = form.extra.map((one, at) => ({ type: 'Feature', id: `new-${at + 1}`, geometry: one.at, properties: { name: `+${at + 1}`, capacity: Number(one.capacity) } }));
    inputs.extraShelters = { features: { type: 'FeatureCollection', features } };
  }
  const capacities: Record<string, number> = {};
  for (const pair of form.capacities.split(/[\n,，;；]+/).filter((text) => text.trim() !== '')) {
    const [, id, persons] = /^\s*([\w.-]+)\s*[=＝:：]\s*(\d+)\s*$/.exec(pair) ?? [];
    if (id === undefined) return { ok: false, input: 'capacities', least: 0 };
    capacities[id] = Number(persons);
  }
  if (Object.keys(capacities).length > 0) inputs.capacities = capacities;
  return { ok: true, inputs };
}

function isPersons(text: string): boolean {
  return /^\s*\d+\s*$/.test(text);
}

export function collection(geometry: Geometry): object {
  return { type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties: {} }] };
}
