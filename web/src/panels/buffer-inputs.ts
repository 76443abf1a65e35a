/** The buffer form → inputs of the process `buffer-exposure`. */

import type { Geometry } from '../api/geojson';
import type { Shape } from '../map/draw';
import { qualified } from '../layers/contract';
import { parseDistances, type Distances } from './distances';

export interface BufferForm {
  from: 'drawn' | 'layer';
  shape: Shape;
  drawn: Geometry | null;
  /** Name without workspace. */
  layer: string;
  /** ECQL; empty takes the whole layer. */
  filter: string;
  distances: string;
  /** How a hazard's distance is found: the same for all, by kind and grade in the standards, or by an expression. */
  by: 'same' | 'rules' | 'expression';
  /** ECQL that gives metres. */
  expression: string;
  /** Metres for hazards for which nothing is found. */
  otherwise: string;
  side: 'both' | 'outside' | 'inside';
  /** Names without workspace. */
  exposed: string[];
}

export type BufferInputs =
  | { ok: true; inputs: Record<string, unknown> }
  | { ok: false; input: 'hazards' | 'exposed' | 'expression' | 'otherwise' }
  | { ok: false; input: 'distances'; distances: Exclude<Distances, { ok: true }> };

export function bufferInputs(form: BufferForm): BufferInputs {
  const distances = parseDistances(form.distances);
  if (form.from === 'drawn' && form.drawn === null) return { ok: false, input: 'hazards' };
  const otherwise = Number(form.otherwise);
  if (form.by === 'same' && !distances.ok) return { ok: false, input: 'distances', distances };
  if (form.exposed.length === 0) return { ok: false, input: 'exposed' };
  const filter = form.filter.trim();
  const hazards = form.from === 'drawn' ? form.drawn : { layer: qualified(form.layer), ...(filter === '' ? {} : { filter }) };
  if (form.by === 'expression' && form.expression.trim() === '') return { ok: false, input: 'expression' };
  if (form.by !== 'same' && !(otherwise >= 1 && otherwise <= 100_000)) return { ok: false, input: 'otherwise' };
  const reach = form.by === 'same' && distances.ok
    ? { distances: distances.metres }
    : { distanceBy: { ...(form.by === 'rules' ? { rules: 'hazard_reach' } : { expression: form.expression.trim() }), otherwise } };
  return { ok: true, inputs: { hazards, ...reach, ...(form.side === 'both' ? {} : { side: form.side }), exposed: form.exposed.map(qualified) } };
}

/** ECQL for one feature. The contract's ids hold no quotes, but a foreign one could. */
export function idFilter(id: string): string {
  return `id = '${id.replaceAll("'", "''")}'`;
}
