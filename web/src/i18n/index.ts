/** The page's two languages. In: a key. Out: text in the language chosen, which the browser remembers. */

import { en } from './en';
import { zh, type Key } from './zh';

export type Lang = 'zh' | 'en';
export type { Key };

const STORED = 'riskmap.lang';
const DICTIONARIES: Record<Lang, Record<Key, string>> = { zh, en };

let current: Lang = remembered();
const listeners = new Set<() => void>();

function remembered(): Lang {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh'; // storage switched off: Chinese is the default
  }
}

export function lang(): Lang {
  return current;
}

export function setLang(next: Lang): void {
  current = next;
  try {
    localStorage.setItem(STORED, next);
  } catch {
    // storage switched off: the choice lasts as long as the page
  }
  listeners.forEach((listener) => listener());
}

/** Calls `listener` after each change of language. */
export function onLang(listener: () => void): void {
  listeners.add(listener);
}

/** The text for `key`; `{name}` in it stands for `values.name`. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  return DICTIONARIES[current][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  );
}

/** True where `key` is one of the dictionary's: for texts chosen by a value from the service. */
export function known(key: string): key is Key {
  return key in zh;
}

/** The text for a key made from a service's value, or that value itself where the dictionary does not know it. */
export function tOr(key: string, otherwise: string): string {
  return known(key) ? t(key) : otherwise;
}
