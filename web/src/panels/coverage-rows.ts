/** A coverage result → the settlements not (wholly) served, one row each. */

import { numberOf, textOf, type Feature } from '../api/geojson';
import { REASONS, type CoverageResult, type Reason } from '../api/processes';

export interface DemandRow {
  id: string;
  name: string;
  area: string | null;
  population: number;
  assigned: number;
  unassigned: number;
  reason: Reason | null;
  lon: number | null;
  lat: number | null;
}

/** One row for each settlement of the result, with the persons assigned and, for those left, why. */
export function demandRows(result: CoverageResult): DemandRow[] {
  const assigned = new Map<string, number>();
  for (const { demand_id, persons } of result.assignments) assigned.set(demand_id, (assigned.get(demand_id) ?? 0) + persons);
  const areas = new Map(result.byArea.map((row) => [row.code, row.name]));
  return result.demand.features.map((feature) => {
    const id = textOf(feature, 'id') ?? String(feature.id ?? '');
    const population = numberOf(feature, 'population') ?? 0;
    const placed = numberOf(feature, 'assigned') ?? assigned.get(id) ?? 0;
    const code = textOf(feature, 'area', 'area_code', 'admin_code');
    const [lon, lat] = pointOf(feature);
    return {
      id, population, lon, lat,
      name: textOf(feature, 'name') ?? id,
      area: textOf(feature, 'area_name') ?? areas.get(code) ?? null,
      assigned: placed,
      unassigned: population - placed,
      reason: population > placed ? reasonOf(feature) : null,
    };
  });
}

export function unserved(rows: DemandRow[]): DemandRow[] {
  return rows.filter((row) => row.unassigned > 0);
}

function reasonOf(feature: Feature): Reason | null {
  const named = textOf(feature, 'reason');
  if (named !== null) return REASONS.find((reason) => reason === named) ?? null;
  const split = feature.properties?.unassigned;
  if (typeof split !== 'object' || split === null) return null;
  return REASONS.find((reason) => Number((split as Record<string, unknown>)[reason] ?? 0) > 0) ?? null;
}

function pointOf(feature: Feature): [number | null, number | null] {
  const at = feature.geometry?.coordinates;
  return Array.isArray(at) && typeof at[0] === 'number' && typeof at[1] === 'number' ? [at[0], at[1]] : [null, null];
}
