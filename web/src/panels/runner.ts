/** Runs one analysis at a time: progress bar, cancel, and the problem if it fails. */

import { asProblem, isAbort } from '../api/http';
import { runJob } from '../api/processes';
import type { Problem } from '../api/problem';
import { fill, h } from '../dom';
import { t } from '../i18n';

export class Runner<Result> {
  readonly element = h('div', { class: 'running', hidden: true });
  private controller: AbortController | null = null;

  constructor(private readonly process: string) {}

  get running(): boolean {
    return this.controller !== null;
  }

  /** Resolves with the outputs, or with null when cancelled; `onProblem` hears of a failure, which also gives null. */
  async run(inputs: Record<string, unknown>, onProblem: (problem: Problem) => void): Promise<Result | null> {
    this.controller?.abort();
    const controller = new AbortController();
    this.controller = controller;
    const bar = h('progress', { max: 100, 'aria-label': t('run.progress') });
    const percent = h('span', { class: 'percent' });
    fill(this.element,
      h('div', { class: 'running-line' }, h('strong', {}, t('run.running')), percent), bar,
      h('button', { type: 'button', on: { click: () => controller.abort() } }, t('run.cancel')));
    this.element.hidden = false;
    this.element.scrollIntoView({ block: 'nearest' });
    try {
      return await runJob<Result>(this.process, inputs, (value) => {
        bar.value = value;
        percent.textContent = `${Math.round(value)}%`;
      }, controller.signal);
    } catch (failure) {
      if (!isAbort(failure)) onProblem(asProblem(failure));
      return null;
    } finally {
      if (this.controller === controller) {
        this.controller = null;
        this.element.hidden = true;
      }
    }
  }
}
