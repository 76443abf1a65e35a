import { describe, expect, it } from 'vitest';
import { concerns, isException, problemFrom } from '../src/api/problem';

describe('problems', () => {
  it('reads RFC 9457 with the input at fault', () => {
    const body = '{"type":"about:blank","title":"Invalid input","status":400,"detail":"distances must ascend","input":"distances"}';
    const problem = problemFrom(400, 'application/problem+json', body);
    expect(problem).toMatchObject({ status: 400, title: 'Invalid input', detail: 'distances must ascend', input: 'distances' });
  });

  it('reads an OGC exception and its escapes', () => {
    const body = '<ServiceExceptionReport><ServiceException code="LayerNotDefined">no layer &quot;x&quot; &amp; y</ServiceException></ServiceExceptionReport>';
    expect(problemFrom(200, 'text/xml', body).detail).toBe('no layer "x" & y');
    expect(isException('text/xml;charset=UTF-8', body)).toBe(true);
    expect(isException('application/json', '{}')).toBe(false);
  });

  it('falls back to the status where the body says nothing', () => {
    expect(problemFrom(502, 'text/html', '<html>Bad gateway</html>')).toMatchObject({ title: 'HTTP 502', detail: null });
    expect(problemFrom(400, 'application/json', 'not json')).toMatchObject({ title: 'HTTP 400', detail: null });
  });

  it('finds the field that an input belongs to', () => {
    expect(concerns('travel.speed_kmh', 'travel')).toBe(true);
    expect(concerns('avoid[1].filter', 'avoid')).toBe(true);
    expect(concerns('travels', 'travel')).toBe(false);
  });
});
