/** The forms of the tab of planning → inputs of their processes. */

import { AVOIDABLE, type Avoidable } from './coverage-inputs';

export const TASKS = ['siting', 'circles', 'routes', 'compare', 'topology'] as const;
export type Task = (typeof TASKS)[number];

export const PROCESS: Record<Task, string> = {
  siting: 'shelter-siting', circles: 'response-circles', routes: 'evacuation-routes', compare: 'run-compare', topology: 'network-topology',
};

/** Numbers are kept as typed, so that a wrong one can be shown again. */
export interface PlanForm {
  count: string;
  least: string;
  places: string;
  minutes: string;
  objective: 'coverage' | 'p-median';
  of: 'shelter' | 'supply_depot';
  limits: string;
  turnout: string;
  mode: 'walk' | 'drive';
  from: 'hazard' | 'run';
  hazard: Avoidable;
  to: 'assigned' | 'nearest';
  run: string;
  a: string;
  b: string;
}

export const PLAN_DEFAULTS: PlanForm = {
  count: '5', least: '100', places: '200', minutes: '30', objective: 'coverage', of: 'shelter', limits: '1, 3, 5, 15', turnout: '0', mode: 'drive',
  from: 'hazard', hazard: 'geohazard_all', to: 'nearest', run: '', a: '', b: '',
};

export type PlanInputs = { ok: true; inputs: Record<string, unknown> } | { ok: false; input: string; least: number };

const MINUTE_S = 60;

function number(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** Fails with the input whose number is missing or too small. */
export function planInputs(task: Task, form: PlanForm): PlanInputs {
  switch (task) {
    case 'siting':
      return siting(form);
    case 'circles':
      return circles(form);
    case 'routes':
      return { ok: true, inputs: form.from === 'run' ? { run: form.run } : { hazards: AVOIDABLE[form.hazard], to: form.to, limit: { time_s: 24 * 60 * MINUTE_S } } };
    case 'compare':
      return { ok: true, inputs: { a: form.a, b: form.b } };
    case 'topology':
      return { ok: true, inputs: { mode: form.mode } };
  }
}

function siting(form: PlanForm): PlanInputs {
  const wanted: [string, string, number][] = [['count', form.count, 1], ['candidates', form.least, 0], ['candidate_capacity', form.places, 1], ['limit.time_s', form.minutes, 1]];
  for (const [input, text, least] of wanted) {
    if (!(number(text) >= least)) return { ok: false, input, least };
  }
  const shelters = form.of === 'shelter';
  return { ok: true, inputs: {
    count: number(form.count),
    candidates: { layer: 'risk:settlement', filter: `population >= ${number(form.least)}` },
    objective: form.objective,
    limit: { time_s: Math.round(number(form.minutes) * MINUTE_S) },
    ...(shelters && form.objective === 'coverage' ? { candidate_capacity: number(form.places) } : { capacity: false }),
    ...(shelters ? {} : { shelters: { layer: 'risk:supply_depot' }, travel: { mode: 'drive' } }),
  } };
}

function circles(form: PlanForm): PlanInputs {
  const minutes = form.limits.split(/[,，、\s]+/).filter((word) => word !== '').map(Number);
  const ascending = minutes.every((one, at) => one > (at === 0 ? 0 : (minutes[at - 1] as number)));
  if (minutes.length === 0 || !ascending) return { ok: false, input: 'limits_s', least: 0 };
  if (!(number(form.turnout) >= 0)) return { ok: false, input: 'turnout_s', least: 0 };
  return { ok: true, inputs: { limits_s: minutes.map((one) => one * MINUTE_S), turnout_s: number(form.turnout), travel: { mode: form.mode } } };
}
