/** Answers of the checks: the register of geohazards, hazardous sites, the forest. */

import type { FeatureCollection } from './geojson';
import type { Run, Warning } from './processes';

export interface CheckResult {
  run: Run;
  warnings: Warning[];
}

/** A row of the standards table that a result used. */
export interface UsedStandard {
  topic: string;
  class: string;
  label: string;
  lower: number | null;
  upper: number | null;
  value: number | null;
  unit: string | null;
  source: string;
  certainty: 'sure' | 'second-hand' | 'unverified';
}

export const MEASURES = ['engineering', 'relocation', 'monitoring'] as const;
export type Measure = (typeof MEASURES)[number];

export interface Treatment {
  records: number;
  planned: number;
  under_way: number;
  done: number;
  overdue: number;
  registered_persons: number;
}

export interface RegisterResult extends CheckResult {
  summary: {
    zones: number;
    points: number;
    lines: number;
    linked: number;
    registered_persons: number;
    counted_persons: number;
    added_up_by_record: number;
    findings: Record<string, number>;
    treatment: Record<Measure, Treatment> & { undecided: number };
    standards: UsedStandard[];
  };
  register: FeatureCollection;
  findings: { code: string; severity: string; id: string; name: string | null; zone_id: string | null; detail: string | null }[];
}

export interface SitesResult extends CheckResult {
  summary: { sites: number; radius_m: number; sites_by_alpha: Record<string, number>; conflicts: number; sites_in_conflict: number; standards: UsedStandard[] };
  sites: FeatureCollection;
  conflicts: FeatureCollection;
}

export interface ForestResult extends CheckResult {
  summary: {
    zones: number;
    zones_by_class: Record<string, number>;
    zones_by_class_today: Record<string, number>;
    shared_zones: number;
    shared_border_m: number;
    belts: { kind: string | null; length_km: number; area_mu: number; without_width_km: number }[];
    in_the_forest: { settlements: number; population: number; households: number };
    at_its_edge: { settlements: number; population: number; households: number };
    fires: number;
    standards: UsedStandard[];
  };
  zones: FeatureCollection;
  edge: FeatureCollection;
  borders: FeatureCollection;
  fires: { year: string | null; inside: number; outside: number }[];
}
