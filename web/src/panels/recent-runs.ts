/** The coverage runs of this visit, the newest first: what two of them can be compared by, and routes be asked of. */

export interface RecentRun {
  id: string;
  /** What tells it from the others: when it was made, how many have a place. */
  label: string;
}

const KEPT = 12;
const kept: RecentRun[] = [];

export function remember(run: RecentRun): void {
  const again = kept.findIndex((one) => one.id === run.id);
  if (again >= 0) kept.splice(again, 1);
  kept.unshift(run);
  kept.length = Math.min(kept.length, KEPT);
}

export function recentRuns(): readonly RecentRun[] {
  return kept;
}
