/** What went wrong in a request, as RFC 9457 says it; the member `input` names the input at fault. */
export class Problem extends Error {
  constructor(
    /** HTTP status; 0 where no answer came. */
    readonly status: number,
    readonly title: string,
    readonly detail: string | null,
    readonly input: string | null,
  ) {
    super(detail ? `${title}: ${detail}` : title);
    this.name = 'Problem';
  }
}

/** In: status, Content-Type and body of an answer that is no success. Out: the problem it tells of, whatever its form. */
export function problemFrom(status: number, contentType: string, body: string): Problem {
  const fallback = `HTTP ${status}`;
  if (contentType.includes('json')) {
    const members = parsed(body);
    if (members !== null) {
      return new Problem(
        status,
        text(members.title) ?? text(members.error) ?? fallback,
        text(members.detail) ?? text(members.message),
        text(members.input),
      );
    }
  }
  if (contentType.includes('xml')) {
    const exception = /<(?:\w+:)?(?:ServiceException|ExceptionText)(?:\s[^>]*)?>([^<]*)</.exec(body);
    if (exception?.[1]) return new Problem(status, fallback, unescapeXml(exception[1].trim()), null);
  }
  const plain = contentType.includes('text/plain') ? body.trim().slice(0, 300) : '';
  return new Problem(status, fallback, plain || null, null);
}

/** True where the answer to a request for JSON is really a service exception (WMS says so with status 200). */
export function isException(contentType: string, body: string): boolean {
  return contentType.includes('xml') && /ServiceException|ExceptionReport/.test(body);
}

function parsed(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function unescapeXml(escaped: string): string {
  return escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** Does a problem about `input` belong to the field named `field`? (`travel.speed_kmh` belongs to `travel` too.) */
export function concerns(input: string, field: string): boolean {
  return input === field || input.startsWith(`${field}.`) || input.startsWith(`${field}/`) || input.startsWith(`${field}[`);
}
