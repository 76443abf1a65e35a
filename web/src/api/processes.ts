/** Runs an analysis: OGC API - Processes 1.0, as a job with progress that can be cancelled. */

import type { FeatureCollection } from './geojson';
import { json, post, send, url } from './http';
import { Problem } from './problem';

/** Part of every result: which inputs and which data it was made from. */
export interface Run {
  id: string;
  parameters: Record<string, unknown>;
  data_versions: Record<string, unknown>;
  layers: string[];
}

export interface BufferRing {
  from: number;
  to: number;
  area_m2: number;
  population: number;
  households: number;
  counts: Record<string, number>;
  /** Only where hazards reach differently far: the smallest outer distance. */
  to_least?: number;
}

/** What of one township is exposed; `code` null for what lies in none. */
export interface BufferArea {
  code: string | null;
  name: string | null;
  population: number;
  households: number;
  rings: { population: number; counts: Record<string, number>; lengths_m: Record<string, number>; areas_m2: Record<string, number> }[];
}

export interface BufferFacility {
  layer: string;
  id: string;
  name: string | null;
  kind: string | null;
  distance_m: number;
  ring: number;
  nearest_hazard: string;
}

export interface BufferResult {
  run: Run;
  warnings: Warning[];
  summary: { hazards: number; rings: BufferRing[]; total: Omit<BufferRing, 'from' | 'to'> };
  rings: FeatureCollection;
  exposed: FeatureCollection;
  byArea: BufferArea[];
  facilities: BufferFacility[];
}

export const REASONS = ['no_capacity', 'too_far', 'no_path', 'not_snapped'] as const;
export type Reason = (typeof REASONS)[number];

export interface CoverageSummary {
  population: number;
  reachable: number;
  assigned: number;
  unassigned: Record<Reason, number>;
  coverage: number | null;
  shelters: {
    usable: number;
    excluded: { in_hazard: number; unsuited: number; no_capacity: number; not_snapped: number };
    capacity: number;
    used: number;
  };
}

export interface AreaRow {
  code: string | null;
  name: string | null;
  population: number;
  reachable: number;
  assigned: number;
  coverage: number | null;
  unassigned: Record<Reason, number>;
}

export interface Assignment {
  demand_id: string;
  shelter_id: string;
  persons: number;
  travel_time_s: number;
  distance_m: number;
}

export interface CoverageResult {
  run: Run;
  warnings: Warning[];
  summary: CoverageSummary;
  byArea: AreaRow[];
  demand: FeatureCollection;
  shelters: FeatureCollection;
  catchments: FeatureCollection;
  assignments: Assignment[];
}

/** A text, or an object that has one. */
export type Warning = string | { message?: string; detail?: string; title?: string; code?: string };

export function warningText(warning: Warning): string {
  if (typeof warning === 'string') return warning;
  return warning.message ?? warning.detail ?? warning.title ?? warning.code ?? '';
}

interface JobStatus {
  jobID: string;
  status: 'accepted' | 'running' | 'successful' | 'failed' | 'dismissed';
  progress?: number;
  message?: string;
}

/**
 * Runs `process` as a job and waits for its outputs. Aborting `signal` cancels the job on the service too.
 * `onProgress` hears percents from 0 to 100.
 */
export async function runJob<T>(
  process: string,
  inputs: Record<string, unknown>,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<T> {
  const request = post({ inputs }, { Prefer: 'respond-async' });
  const answer = await send(`api/processes/${process}/execution`, { ...request, signal });
  if (answer.status === 200) return (await answer.json()) as T; // the service chose to answer at once
  const accepted = (await answer.json()) as JobStatus;
  const job = url(`api/jobs/${encodeURIComponent(accepted.jobID)}`);
  try {
    await finished(job, accepted, onProgress, signal);
    return await json<T>(`${job}/results`, { signal });
  } catch (failure) {
    if (signal.aborted) await send(job, { method: 'DELETE' }).catch(() => undefined); // cancelled: nothing more to say
    throw failure;
  }
}

async function finished(
  job: string,
  accepted: JobStatus,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<void> {
  let status = accepted;
  for (let waitMs = 120; status.status === 'accepted' || status.status === 'running'; waitMs = Math.min(1000, waitMs * 1.4)) {
    onProgress(status.progress ?? 0);
    await pause(waitMs, signal);
    status = await json<JobStatus>(job, { signal, cache: 'no-store' });
  }
  if (status.status === 'successful') {
    onProgress(100);
    return;
  }
  // A failed job's results are the problem it failed with, so asking for them throws it.
  if (status.status === 'failed') await json(`${job}/results`, { signal });
  throw new Problem(0, status.message ?? status.status, null, null);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('cancelled', 'AbortError'));
    }, { once: true });
  });
}
