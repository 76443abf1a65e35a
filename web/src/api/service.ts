/** What the page asks of `/riskmap`: the state of the data, places by name, the login, a shelter's status. */

import { json, send, setAuthorization } from './http';
import { Problem } from './problem';

export interface State {
  /** True while some data is the fictional demo county's. */
  demo: boolean;
  county: { name: string; code: string } | null;
  /** West, south, east, north in degrees; null while there is no data. */
  extent: [number, number, number, number] | null;
  counts: Record<string, number>;
  population: number;
  elevation: boolean;
  /** Changes with any change of the data. */
  data_version: string;
  version: string;
  sources: { source: string; layers: string[] }[];
}

export interface Place {
  layer: string;
  id: string;
  name: string;
  context: string | null;
  lon: number;
  lat: number;
  extent: [number, number, number, number] | null;
}

export interface Shelter {
  id: string;
  name: string | null;
  status: 'open' | 'closed';
  capacity: number;
}

/** Whether the service still keeps a run; it does unless it says otherwise. */
export async function keepsRun(id: string): Promise<boolean> {
  try {
    await send(`riskmap/runs/${encodeURIComponent(id)}`, { cache: 'no-store' });
    return true;
  } catch (failure) {
    return !(failure instanceof Problem && (failure.status === 404 || failure.status === 410));
  }
}

export function fetchState(): Promise<State> {
  return json<State>('riskmap/state', { cache: 'no-store' });
}

export async function searchPlaces(text: string, signal: AbortSignal): Promise<Place[]> {
  const query = new URLSearchParams({ q: text, limit: '12' });
  return (await json<{ results: Place[] }>(`riskmap/search?${query}`, { signal })).results;
}

/** Logs in for as long as the page is open; fails with a `Problem` of status 401 where the password is wrong. */
export async function login(user: string, password: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  const header = `Basic ${btoa(String.fromCharCode(...bytes))}`;
  const answer = await json<{ user: string }>('riskmap/login', { headers: { Authorization: header } });
  setAuthorization(header);
  return answer.user;
}

export function logout(): void {
  setAuthorization(null);
}

export async function setShelterStatus(id: string, status: 'open' | 'closed'): Promise<Shelter> {
  const response = await send(`riskmap/shelters/${encodeURIComponent(id)}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ status }),
  });
  return (await response.json()) as Shelter;
}
