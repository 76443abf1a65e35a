/** Rain: what the gauges say at a moment, hazards over their thresholds, uploads and proposals. */

import { json, post, send } from './http';
import type { Level } from './warnings';

export interface Gauge {
  id: string;
  name: string | null;
  lon: number | null;
  lat: number | null;
  at: string | null;
  sum_1h_mm: number | null;
  sum_3h_mm: number | null;
  sum_6h_mm: number | null;
  sum_24h_mm: number | null;
  known_minutes: number | null;
}

export interface OverThreshold {
  layer: string;
  id: string;
  name: string | null;
  level: Level;
  window_h: number;
  sum_mm: number;
  threshold_mm: number;
  gauge: string;
  gauge_is: 'assigned' | 'nearest';
  gauge_distance_m: number | null;
  says: string;
  certainty: 'sure' | 'second-hand' | 'unverified';
  extent: [number, number, number, number];
}

export interface RainState {
  at: string;
  /** The newest reading of all; null: there is none. */
  latest: string | null;
  gauges: Gauge[];
  over: OverThreshold[];
  watched: number;
  unknown: { count: number };
}

export interface UploadReport {
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
  rejects: { line: number; reason: string }[];
  proposed?: string[];
}

export function fetchRain(at: string | null): Promise<RainState> {
  return json<RainState>(`riskmap/rain${at === null ? '' : `?${new URLSearchParams({ at })}`}`, { cache: 'no-store' });
}

/** Needs the login; moments without an offset are China's. */
export async function uploadReadings(csv: string): Promise<UploadReport> {
  const response = await send('riskmap/rain/readings?zone=Asia/Shanghai', { method: 'POST', headers: { 'Content-Type': 'text/csv; charset=utf-8' }, body: csv });
  return (await response.json()) as UploadReport;
}

/** Needs the login. Out: ids of drafts. */
export async function proposeWarnings(at: string | null): Promise<string[]> {
  const query = at === null ? '' : `?${new URLSearchParams({ at })}`;
  return ((await (await send(`riskmap/rain/proposals${query}`, post({}))).json()) as { drafts: string[] }).drafts;
}
