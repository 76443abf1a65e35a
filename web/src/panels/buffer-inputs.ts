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
  /** Names without workspace. */
  exposed: string[];
}

export type BufferInputs =
  | { ok: true; inputs: Record<string, unknown> }
  | { ok: false; input: 'hazards' | 'exposed' }
  | { ok: false; input: 'distances'; distances: Exclude<Distances, { ok: true }> };

export function bufferInputs(form: BufferForm): BufferInputs {
  const distances = parseDistances(form.distances);
  if (form.from === 'drawn' && form.drawn === null) return { ok: false, input: 'hazards' };
  if (!distances.ok) return { ok: false, input: 'distances', distances };
  if (form.exposed.length === 0) return { ok: false, input: 'exposed' };
  const filter = form.filter.trim();
  const hazards = form.from === 'drawn' ? form.drawn : { layer: qualified(form.layer), ...(filter === '' ? {} : { filter }) };
  return { ok: true, inputs: { hazards, distances: distances.metres, exposed: form.exposed.map(qualified) } };
}

/** ECQL for one feature. The contract's ids hold no quotes, but a foreign one could. */
export function idFilter(id: string): string {
  return `id = '${id.replaceAll("'", "''")}'`;
}
