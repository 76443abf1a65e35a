import { beforeEach, describe, expect, it, vi } from 'vitest';

const fresh = async () => {
  vi.resetModules();
  return import('../src/panels/recent-runs');
};

describe('recent runs', () => {
  const store = new Map<string, string>();

  beforeEach(() => {
    store.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => store.set(key, value),
    });
  });

  it('are there on the next visit, the newest first, without those that the service has dropped', async () => {
    const first = await fresh();
    first.remember({ id: 'a', label: 'A' });
    first.remember({ id: 'b', label: 'B' });
    first.remember({ id: 'a', label: 'A again' });
    expect(first.recentRuns().map((run) => run.label)).toEqual(['A again', 'B']);
    const second = await fresh();
    expect(second.recentRuns()).toEqual([]);
    second.remember({ id: 'c', label: 'C' });
    store.set('riskmap.coverage-runs', JSON.stringify([{ id: 'a', label: 'A again' }, { id: 'b', label: 'B' }]));
    expect(await second.recallRuns(async (id) => id !== 'b')).toBe(true);
    expect(second.recentRuns().map((run) => run.id)).toEqual(['c', 'a']);
  });

  it('are none where storage is off or holds something else', async () => {
    store.set('riskmap.coverage-runs', '{"not":"a list"}');
    const runs = await fresh();
    expect(await runs.recallRuns(async () => true)).toBe(false);
    vi.stubGlobal('localStorage', { getItem: () => { throw new Error('off'); }, setItem: () => { throw new Error('off'); } });
    runs.remember({ id: 'a', label: 'A' });
    expect(runs.recentRuns()).toHaveLength(1);
    expect(await runs.recallRuns(async () => true)).toBe(true);
  });
});
