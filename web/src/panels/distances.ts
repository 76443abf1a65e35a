/** The text field for buffer distances → metres. */

export type Distances = { ok: true; metres: number[] } | { ok: false; error: 'empty' | 'not_a_number' | 'not_positive' | 'not_ascending' | 'too_far'; at: string };

const FARTHEST_M = 100_000;

/** In: numbers in m separated by commas, spaces or their Chinese forms (`500，1000`). They must be positive and ascending. */
export function parseDistances(text: string): Distances {
  const parts = halfWidth(text).split(/[,;、\s]+/).filter((part) => part !== '');
  if (parts.length === 0) return { ok: false, error: 'empty', at: '' };
  const metres: number[] = [];
  for (const part of parts) {
    const value = metresOf(part);
    if (value === null) return { ok: false, error: 'not_a_number', at: part };
    if (value <= 0) return { ok: false, error: 'not_positive', at: part };
    if (value > FARTHEST_M) return { ok: false, error: 'too_far', at: part };
    if (value <= (metres.at(-1) ?? 0)) return { ok: false, error: 'not_ascending', at: part };
    metres.push(value);
  }
  return { ok: true, metres };
}

/** `1.5km` → 1500; `500`, `500m` and `500米` → 500; null for what is no length. */
function metresOf(part: string): number | null {
  const match = /^(-?\d+(?:\.\d+)?)(m|米|km|公里|千米)?$/i.exec(part);
  if (!match) return null;
  const thousand = /^(km|公里|千米)$/i.test(match[2] ?? '');
  return Number(match[1]) * (thousand ? 1000 : 1);
}

function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');
}
