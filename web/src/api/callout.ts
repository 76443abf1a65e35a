/** Call lists: whom to call in what order, and how far the calling is. All of it needs the login. */

import { json, post, send } from './http';
import type { Area } from './warnings';

export const CALL_STATES = ['pending', 'called', 'confirmed', 'not_reached'] as const;
export type CallState = (typeof CALL_STATES)[number];

export interface CallList {
  id: string;
  title: string;
  subject: string;
  created_at: string;
  created_by: string;
  states: Record<CallState, number>;
}

export interface CallEntry {
  place: number;
  name: string;
  phone: string;
  role: string;
  role_zh: string;
  role_en: string;
  area: string | null;
  state: CallState;
  note: string;
  state_at: string | null;
}

export async function fetchCallLists(): Promise<CallList[]> {
  return (await json<{ lists: CallList[] }>('riskmap/call-lists', { cache: 'no-store' })).lists;
}

export function fetchCallList(id: string): Promise<CallList & { entries: CallEntry[] }> {
  return json(`riskmap/call-lists/${encodeURIComponent(id)}`, { cache: 'no-store' });
}

export async function makeCallList(area: Area | { warning: string }, title: string): Promise<CallList> {
  return (await (await send('riskmap/call-lists', post({ ...area, title }))).json()) as CallList;
}

export async function setCall(id: string, place: number, state: CallState, note: string): Promise<void> {
  await send(`riskmap/call-lists/${encodeURIComponent(id)}/${place}`, { ...post({ state, note }), method: 'PATCH' });
}

export async function downloadCallList(id: string, form: 'csv' | 'xlsx'): Promise<Blob> {
  return (await send(`riskmap/call-lists/${encodeURIComponent(id)}.${form}`)).blob();
}
