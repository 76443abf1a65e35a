/** The coverage runs made in this browser, the newest first: what two of them can be compared by, and routes be asked of. */

export interface RecentRun {
  id: string;
  /** What tells it from the others: when it was made, how many have a place. */
  label: string;
}

const KEPT = 12;
const PLACE = 'riskmap.coverage-runs';
let kept: RecentRun[] = [];

/** Takes up the runs of earlier visits that the service still has, and says whether there are any; the others are forgotten. */
export async function recallRuns(has: (id: string) => Promise<boolean>): Promise<boolean> {
  const earlier = stored();
  const still = await Promise.all(earlier.map((run) => has(run.id)));
  kept = [...kept, ...earlier.filter((run, at) => still[at] && !kept.some((one) => one.id === run.id))].slice(0, KEPT);
  if (earlier.length > 0) store();
  return kept.length > 0;
}

export function remember(run: RecentRun): void {
  kept = [run, ...kept.filter((one) => one.id !== run.id)].slice(0, KEPT);
  store();
}

export function recentRuns(): readonly RecentRun[] {
  return kept;
}

function stored(): RecentRun[] {
  try {
    const runs: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '[]');
    return Array.isArray(runs) ? runs.filter((run) => typeof run?.id === 'string' && typeof run?.label === 'string') : [];
  } catch {
    return []; // storage switched off, or written by something else
  }
}

function store(): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(kept));
  } catch {
    // storage switched off: the runs last as long as the page
  }
}
