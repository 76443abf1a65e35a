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

/** Where a warning is for: codes of townships or villages, small catchments, or what was drawn. */
export type Area = { admin_codes: string[] } | { catchments: string[] } | { areas: Geometry };

export type WarningInputs = Area & { level: Level; hazard: string };

/** What issuing needs beside what `warning-impact` is asked. */
export interface Period {
  valid_from?: string;
  valid_to?: string;
}

export interface Township {
  code: string;
  name: string;
}

export interface Draft {
  id: string;
  request: WarningInputs & Period & { name?: string };
  reason: string;
  /** Empty: a person. */
  origin: string;
  state: 'open' | 'issued' | 'discarded';
  created_at: string;
  created_by: string;
}

export interface DraftPreview {
  draft: Draft;
  rules: string;
  area: FeatureCollection;
  closures: FeatureCollection;
  move: { order: number; why: string; id: string; name: string | null; population: number | null }[];
  steps: Step[];
}

export function fetchTownships(): Promise<Township[]> {
  return named('admin_area', 'code', "level = 'township'");
}

export function fetchVillages(township: string): Promise<Township[]> {
  return named('admin_area', 'code', `level = 'village' and parent_code = '${township.replaceAll("'", "''")}'`);
}

/** Small catchments: the code is the feature's id. */
export function fetchCatchments(): Promise<Township[]> {
  return named('small_catchment', 'id', '');
}

async function named(layer: string, key: string, filter: string): Promise<Township[]> {
  const query = new URLSearchParams({
    service: 'WFS', version: '2.0.0', request: 'GetFeature', typeNames: `risk:${layer}`, outputFormat: 'application/json',
    propertyName: `${key},name`, sortBy: key, ...(filter === '' ? {} : { cql_filter: filter }),
  });
  const answer = await json<FeatureCollection>(`geoserver/wfs?${query}`);
  return answer.features.map((feature) => ({
    code: String(feature.properties?.[key]), name: String(feature.properties?.name ?? feature.properties?.[key]),
  }));
}

export async function fetchWarnings(): Promise<KeptWarning[]> {
  return (await json<{ warnings: KeptWarning[] }>('riskmap/warnings', { cache: 'no-store' })).warnings;
}

/** Needs the login. */
export async function issueWarning(inputs: WarningInputs & Period): Promise<KeptWarning> {
  return (await (await send('riskmap/warnings', post(inputs))).json()) as KeptWarning;
}

/** Needs the login. */
export async function endWarning(id: string): Promise<void> {
  await send(`riskmap/warnings/${encodeURIComponent(id)}/end`, post({}));
}

/** Needs the login, as all about drafts does. */
export async function fetchDrafts(): Promise<Draft[]> {
  return (await json<{ drafts: Draft[] }>('riskmap/warning-drafts', { cache: 'no-store' })).drafts;
}

export function previewDraft(id: string): Promise<DraftPreview> {
  return json<DraftPreview>(`riskmap/warning-drafts/${encodeURIComponent(id)}`, { cache: 'no-store' });
}

export async function saveDraft(inputs: WarningInputs & Period, reason: string): Promise<Draft> {
  return (await (await send('riskmap/warning-drafts', post({ ...inputs, ...(reason === '' ? {} : { reason }) }))).json()) as Draft;
}

export async function issueDraft(id: string): Promise<KeptWarning> {
  return (await (await send(`riskmap/warning-drafts/${encodeURIComponent(id)}/issue`, post({}))).json()) as KeptWarning;
}

export async function discardDraft(id: string): Promise<void> {
  await send(`riskmap/warning-drafts/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

export interface Move {
  near: string;
  classes: string[];
  within_m: number;
  why: string;
}

export interface Closing {
  land?: string;
  classes?: string[];
  roads?: string[];
}

export interface Rule {
  hazards: string[];
  level: Level;
  move: Move[];
  close: Closing[];
  steps: Step[];
}

export interface RulesVersion {
  county: string;
  version: number;
  note: string;
  author: string;
  created_at: string;
  rules: Rule[];
}

/** The county's own versions before those for any county, the newest first. */
export async function fetchRules(county: string | null): Promise<RulesVersion[]> {
  const query = county === null ? '' : `?${new URLSearchParams({ county })}`;
  return (await json<{ versions: RulesVersion[] }>(`riskmap/warning-rules${query}`, { cache: 'no-store' })).versions;
}

/** Needs the login. */
export async function saveRules(county: string, rules: Rule[], note: string): Promise<RulesVersion> {
  return (await (await send('riskmap/warning-rules', { ...post({ county, rules, note }), method: 'PUT' })).json()) as RulesVersion;
}
