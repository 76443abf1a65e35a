import { afterEach, describe, expect, it } from 'vitest';
import { setLang } from '../src/i18n';
import { titleIn, warningIn } from '../src/i18n/messages';

afterEach(() => setLang('zh'));

describe('what the service says', () => {
  it('reads in Chinese with its numbers kept', () => {
    expect(warningIn('11 settlements are more than 250 m from the road, the furthest 466 m; the walk is counted.'))
      .toBe('11 个居民点距道路超过 250 m，最远 466 m；这段步行已计入。');
    expect(titleIn('Time over')).toBe('分析超时');
  });

  it('stays as it is where the page does not know the sentence', () => {
    expect(warningIn('The moon is full.')).toBe('The moon is full.');
    expect(titleIn('Teapot')).toBe('Teapot');
  });

  it('stays English for readers of English', () => {
    setLang('en');
    expect(warningIn('No elevation model is loaded: all ways count as flat.')).toMatch(/^No elevation/);
  });
});
