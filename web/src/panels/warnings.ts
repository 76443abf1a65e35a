/** Warnings: those in force, a form that shows what one would mean, and from there issuing it. */

import type { App } from '../app';
import { asProblem } from '../api/http';
import { Problem } from '../api/problem';
import {
  LEVELS, endWarning, fetchWarnings, issueWarning, saveDraft,
  type ImpactResult, type KeptWarning, type Level, type Period, type WarningInputs,
} from '../api/warnings';
import { fill, h, icon } from '../dom';
import { t, tOr } from '../i18n';
import { instant } from '../i18n/format';
import { WARNING_OVERLAYS } from '../map/overlays';
import { fieldset } from './coverage';
import { HAZARDS } from './coverage-inputs';
import { showCoverage } from './coverage-result';
import { clearErrors, field, problemBox, segmented, select, showFieldError, showProblem } from './form';
import { Runner } from './runner';
import { WarnedAreaField } from './warned-area';
import { DraftList, showPlanned } from './warning-drafts';
import { impactResult } from './warnings-result';

export class WarningsPanel {
  readonly element = h('div', { class: 'analysis' });
  private readonly runner = new Runner<ImpactResult>('warning-impact');
  private readonly trouble = h('div');
  private readonly kept = h('section', { class: 'kept-warnings', 'aria-live': 'polite' });
  private readonly form = { level: 'orange' as Level, hazard: 'geohazard', from: '', to: '', time: '' };
  private readonly area: WarnedAreaField;
  private readonly drafts: DraftList;
  private result: { inputs: WarningInputs; impact: ImpactResult } | null = null;

  constructor(private readonly app: App) {
    this.area = new WarnedAreaField(app, () => this.render());
    this.drafts = new DraftList(app, () => void this.listKept());
    app.session.onChange(() => void this.listKept());
  }

  get hasResult(): boolean {
    return this.result !== null;
  }

  render(): void {
    if (this.result) {
      fill(this.element, impactResult(this.app, this.result.impact, {
        edit: () => this.edit(), clear: () => this.clear(), issue: () => void this.issue(), draft: () => void this.draft(),
      }), this.trouble);
    } else fill(this.element, this.kept, this.drafts.element, this.timeField(), this.formView());
  }

  /** Called when the panel is looked at, and when data changed. */
  async refresh(): Promise<void> {
    await this.listKept();
    try {
      if ((await this.area.refresh()) && !this.result) this.render();
    } catch (failure) {
      this.trouble.replaceChildren(problemBox(asProblem(failure)));
    }
  }

  private edit(): void {
    this.result = null;
    this.trouble.replaceChildren();
    this.render();
  }

  private clear(): void {
    this.app.overlays.clear(...WARNING_OVERLAYS);
    this.app.view.highlight([]);
    this.edit();
  }

  private async listKept(): Promise<void> {
    void this.drafts.refresh();
    try {
      const warnings = await fetchWarnings();
      const now = warnings.filter((one) => one.state !== 'over');
      fill(this.kept, h('h3', {}, t('warnings.now'), h('span', { class: 'badge' }, String(now.length))),
        now.length === 0 ? h('p', { class: 'empty' }, t('warnings.none')) : h('ul', { class: 'plain-list' }, now.map((one) => this.keptItem(one))),
        this.past(warnings.filter((one) => one.state === 'over')));
    } catch (failure) {
      fill(this.kept, problemBox(asProblem(failure)));
    }
  }

  private keptItem(one: KeptWarning): HTMLElement {
    return h('li', { class: 'kept-warning', 'data-warning': one.id, 'data-level': one.level },
      h('button', { type: 'button', class: 'link', on: { click: () => this.app.view.flyTo(one.extent) } }, one.name ?? one.id),
      h('span', { class: 'muted small' }, `${tOr(`level.${one.level}`, one.level)} · ${times(one)} · ${t('warnings.closes', { n: one.closures.length })}`),
      one.issued_at === null ? null : h('button', {
        type: 'button', class: 'slim', 'data-action': 'end', on: { click: () => void this.end(one) },
      }, t('warnings.end')));
  }

  private past(over: KeptWarning[]): HTMLElement | null {
    if (over.length === 0) return null;
    return h('details', {}, h('summary', {}, t('warnings.over', { n: over.length })),
      h('ul', { class: 'plain-list' }, over.map((one) => h('li', { 'data-warning': one.id },
        h('button', { type: 'button', class: 'link', on: { click: () => this.app.view.flyTo(one.extent) } }, one.name ?? one.id),
        h('span', { class: 'muted small' }, times(one))))));
  }

  /** Shows the map as it was, or will be, at a moment. */
  private timeField(): HTMLElement {
    const input = h('input', { type: 'datetime-local', value: this.form.time, id: 'warning-time' });
    input.addEventListener('change', () => {
      this.form.time = input.value;
      this.app.view.time = input.value === '' ? null : new Date(input.value).toISOString();
      this.app.store.redraw();
    });
    return field({ label: t('warnings.time'), hint: t('warnings.time.hint') }, input);
  }

  private formView(): HTMLElement {
    const form = h('form', { class: 'analysis-form', novalidate: true },
      h('div', { class: 'panel-head' }, h('h3', {}, t('warnings.new')), h('p', { class: 'muted' }, t('warnings.about'))),
      fieldset(t('warnings.what'),
        field({ label: t('warnings.level'), input: 'level' }, segmented(
          LEVELS.map((value) => ({ value, label: t(`warnings.level.${value}`) })), this.form.level, (value) => (this.form.level = value))),
        field({ label: t('coverage.hazard'), input: 'hazard' }, select(
          HAZARDS.map((value) => ({ value, label: t(`hazard.${value}`) })), this.form.hazard, (value) => (this.form.hazard = value)))),
      this.area.view(), this.periodFields(), this.trouble,
      h('div', { class: 'sticky-actions' }, this.runner.element,
        h('button', { type: 'submit', class: 'primary wide', id: 'warning-run' }, icon('play', 15), t('warnings.run'))));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.run(form);
    });
    return form;
  }

  private periodFields(): HTMLElement {
    const moment = (key: 'from' | 'to', input: string) => {
      const control = h('input', { type: 'datetime-local', value: this.form[key], id: `warning-${key}` });
      control.addEventListener('change', () => (this.form[key] = control.value));
      return field({ label: t(`warnings.${key}`), input, hint: t(`warnings.${key}.hint`) }, control);
    };
    return fieldset(t('warnings.period'), h('div', { class: 'pair' }, moment('from', 'valid_from'), moment('to', 'valid_to')));
  }

  private period(): Period {
    const { from, to } = this.form;
    return {
      ...(from === '' ? {} : { valid_from: new Date(from).toISOString() }), ...(to === '' ? {} : { valid_to: new Date(to).toISOString() }),
    };
  }

  private async run(form: HTMLElement): Promise<void> {
    clearErrors(form);
    this.trouble.replaceChildren();
    const area = this.area.area();
    if (!area) {
      showFieldError(form, 'admin_codes', t('warnings.area.none'));
      return;
    }
    const { level, hazard } = this.form;
    const inputs = { ...area, level, hazard };
    this.app.closePopup();
    const impact = await this.runner.run(inputs, (problem: Problem) => showProblem(form, this.trouble, problem));
    if (!impact) return;
    this.result = { inputs, impact };
    showCoverage(this.app, { ...impact.coverage, run: impact.run, warnings: impact.warnings });
    showPlanned(this.app, impact.closures);
    this.render();
    this.element.parentElement?.scrollTo({ top: 0 });
  }

  private async issue(): Promise<void> {
    if (!this.result || (this.app.session.user === null && !(await this.app.askLogin()))) return;
    await this.change(async () => {
      const issued = await issueWarning({ ...(this.result as { inputs: WarningInputs }).inputs, ...this.period() });
      this.area.forget();
      this.clear();
      this.app.notify(t('warnings.issued', { name: issued.name ?? issued.id }));
    });
  }

  private async draft(): Promise<void> {
    if (!this.result || (this.app.session.user === null && !(await this.app.askLogin()))) return;
    await this.change(async () => {
      await saveDraft({ ...(this.result as { inputs: WarningInputs }).inputs, ...this.period() }, '');
      this.area.forget();
      this.clear();
      this.app.notify(t('warnings.drafted'));
    });
  }

  private async end(one: KeptWarning): Promise<void> {
    if (this.app.session.user === null && !(await this.app.askLogin())) return;
    await this.change(async () => {
      await endWarning(one.id);
      this.app.notify(t('warnings.ended', { name: one.name ?? one.id }));
    });
  }

  private async change(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (failure) {
      this.trouble.replaceChildren(problemBox(asProblem(failure)));
    }
    await this.listKept();
    await this.app.data.refresh().catch(() => undefined); // asked again in half a minute
  }
}

function times(one: KeptWarning): string {
  const from = one.valid_from === null ? '' : instant(one.valid_from);
  return one.valid_to === null ? t('warnings.since', { from }) : `${from} – ${instant(one.valid_to)}`;
}
