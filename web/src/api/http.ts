/** Requests to the service the page came from. Every failure is a `Problem`. */

import { t } from '../i18n';
import { Problem, isException, problemFrom } from './problem';

/** The address below which the service answers: the page's own folder, whatever prefix a proxy put before it. */
export const BASE = new URL('./', document.baseURI).href;

export function url(path: string): string {
  return BASE + path;
}

let authorization: string | null = null;

/** The login is held in memory only and goes with requests that need one. */
export function setAuthorization(header: string | null): void {
  authorization = header;
}

export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('X-Requested-With', 'XMLHttpRequest');
  if (authorization !== null) headers.set('Authorization', authorization);
  let response: Response;
  try {
    response = await fetch(path.startsWith('http') ? path : url(path), { ...init, headers, credentials: 'same-origin' });
  } catch (failure) {
    if (init.signal?.aborted) throw failure;
    throw new Problem(0, t('error.unreachable'), t('error.unreachable.detail'), null);
  }
  if (!response.ok) {
    throw problemFrom(response.status, response.headers.get('Content-Type') ?? '', await response.text());
  }
  return response;
}

/** The JSON of an answer; a service exception in its place is a `Problem`. */
export async function json<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await send(path, init);
  const body = await response.text();
  const contentType = response.headers.get('Content-Type') ?? '';
  if (isException(contentType, body)) throw problemFrom(response.status, contentType, body);
  try {
    return JSON.parse(body) as T;
  } catch {
    throw new Problem(response.status, t('error.unreadable'), path, null);
  }
}

export function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

export function isAbort(failure: unknown): boolean {
  return failure instanceof DOMException && failure.name === 'AbortError';
}

/** Any failure as a `Problem`, so that the page can show it. */
export function asProblem(failure: unknown): Problem {
  if (failure instanceof Problem) return failure;
  return new Problem(0, t('error.unexpected'), failure instanceof Error ? failure.message : String(failure), null);
}
