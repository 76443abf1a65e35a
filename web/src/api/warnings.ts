/** Warnings: what one would mean, those that are kept, issuing and ending them. */

import type { FeatureCollection, Geometry } from './geojson';
import { json, post, send } from './http';
import type { CoverageResult, Run, Warning } from './processes';

export const LEVELS = ['blue', 'yellow', 'orange', 'red'] as const;
export type Level = (typeof LEVELS)[number];

export interface Step {
  step: string;
  text: string;
}

export interface ImpactResult {
  run: Run;
  warnings: Warning[];
  summary: {
    zones: number;
    points: number;
    settlements: number;
    population: number;
    roads: number;
    closed_roads: number;
    partly_closed_roads: number;
    moving_settlements: number;
    moving_persons: number;
    moving_vulnerable: number;
  };
  move: FeatureCollection;
  closures: FeatureCollection;
  steps: Step[];
  coverage: Omit<CoverageResult, 'run' | 'warnings'>;
}

export interface KeptWarning {
  id: string;
  name: string | null;
  level: Level;
  hazard: string | null;
  valid_from: string | null;
  valid_to: string | null;
  state: 'planned' | 'in_force' | 'over';
  extent: [number, number, number, number];
  steps: Step[];
  /** Null for one that was loaded: it cannot be ended here. */
  issued_at: string | null;
  closures: { id: string; name: string | null; road_classes: string | null }[];
}

/** Where a warning is for: codes of townships, or what was drawn. */
export type Area = { admin_codes: string[] } | { areas: Geometry };

export type WarningInputs = Area & { level: Level; hazard: string };

export interface Township {
  code: string;
  name: string;
}

export async function fetchTownships(): Promise<Township[]> {
  const query = new URLSearchParams({
    service: 'WFS', version: '2.0.0', request: 'GetFeature', typeNames: 'risk:admin_area', outputFormat: 'application/json',
    propertyName: 'code,name', cql_filter: "level = 'township'", sortBy: 'code',
  });
  const answer = await json<FeatureCollection>(`geoserver/wfs?${query}`);
  return answer.features.map((feature) => ({
    code: String(feature.properties?.code), name: String(feature.properties?.name ?? feature.properties?.code),
  }));
}

export async function fetchWarnings(): Promise<KeptWarning[]> {
  return (await json<{ warnings: KeptWarning[] }>('riskmap/warnings', { cache: 'no-store' })).warnings;
}

/** Needs the login. */
export async function issueWarning(inputs: WarningInputs): Promise<KeptWarning> {
  return (await (await send('riskmap/warnings', post(inputs))).json()) as KeptWarning;
}

/** Needs the login. */
export async function endWarning(id: string): Promise<void> {
  await send(`riskmap/warnings/${encodeURIComponent(id)}/end`, post({}));
}
