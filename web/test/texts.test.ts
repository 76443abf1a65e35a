import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en';
import { zh } from '../src/i18n/zh';

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('dictionaries', () => {
  it('fill in the same values in both languages', () => {
    for (const [key, text] of Object.entries(zh)) {
      expect(places(en[key as keyof typeof zh]), key).toEqual(places(text));
    }
  });

  it('leave no Chinese in the English one', () => {
    expect(Object.values(en).filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
