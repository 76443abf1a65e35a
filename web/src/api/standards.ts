/** The table of standards: every threshold with its source, its certainty and the days on which it holds. */

import { json, post, send } from './http';

export type Certainty = 'sure' | 'second-hand' | 'unverified';

export interface Standard {
  topic: string;
  class: string;
  label_zh: string;
  quantity: string;
  lower_bound: number | null;
  upper_bound: number | null;
  value: number | null;
  unit: string | null;
  source: string;
  certainty: Certainty;
  valid_from: string;
  valid_to: string | null;
  note: string;
  author: string;
}

export type NewVersion = Pick<Standard, 'topic' | 'class' | 'quantity' | 'source' | 'certainty' | 'valid_from'>
  & Partial<Pick<Standard, 'lower_bound' | 'upper_bound' | 'value'>>;

let known: Promise<Standard[]> | null = null;

/** All versions; asked once, until one is added here. */
export function fetchStandards(fresh = false): Promise<Standard[]> {
  if (known === null || fresh) {
    known = json<Standard[]>('riskmap/standards', { cache: 'no-store' });
    known.catch(() => (known = null));
  }
  return known;
}

/** Needs the login; all or none. */
export async function addStandards(thresholds: NewVersion[], note: string): Promise<void> {
  await send('riskmap/standards', post({ note, thresholds }));
  known = null;
}

/** In: a day as 2026-11-30. */
export function holds(standard: Standard, day: string): boolean {
  return standard.valid_from <= day && (standard.valid_to === null || standard.valid_to >= day);
}

export function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
