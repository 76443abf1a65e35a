import { describe, expect, it } from 'vitest';
import { csv } from '../src/panels/csv';

describe('CSV for Excel', () => {
  it('begins with a byte order mark and ends lines with CRLF', () => {
    expect(csv(['名称'], [['上溪村']])).toBe('\uFEFF名称\r\n上溪村\r\n');
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(csv(['a', 'b'], [['x,y', 'say "no"'], ['two\nlines', '']])).toBe('\uFEFFa,b\r\n"x,y","say ""no"""\r\n"two\nlines",\r\n');
  });

  it('keeps numbers as they are and leaves null empty', () => {
    expect(csv(['n', 'm'], [[-1.5, null]])).toBe('\uFEFFn,m\r\n-1.5,\r\n');
  });

  it('does not let a name run as a formula', () => {
    expect(csv(['n'], [['=1+1'], ['-村']])).toBe("\uFEFFn\r\n'=1+1\r\n'-村\r\n");
  });
});
