/** Planning: where the next shelters help, who is reached in time, the ways there, two runs side by side, the roads' defects. */

import type { App } from '../app';
import { keepsRun } from '../api/service';
import { fill, h, icon } from '../dom';
import { t } from '../i18n';
import { PLAN_OVERLAYS } from '../map/overlays';
import { AVOIDABLE, type Avoidable } from './coverage-inputs';
import { fieldset } from './coverage';
import { clearErrors, field, numberInput, segmented, select, showFieldError, showProblem } from './form';
import { PLAN_DEFAULTS, PROCESS, TASKS, planInputs, type PlanForm, type Task } from './plan-inputs';
import { planResult, showPlan, type PlanResult } from './plan-result';
import { recallRuns, recentRuns } from './recent-runs';
import { Runner } from './runner';

export class PlanPanel {
  readonly element = h('div', { class: 'panel-body analysis' });
  private readonly form: PlanForm = { ...PLAN_DEFAULTS };
  private readonly trouble = h('div');
  private task: Task = 'siting';
  private result: PlanResult | null = null;

  constructor(private readonly app: App) {
    void recallRuns(keepsRun).then((any) => {
      if (any) this.render();
    });
  }

  get hasResult(): boolean {
    return this.result !== null;
  }

  render(): void {
    if (this.result) fill(this.element, planResult(this.app, this.task, this.result, { edit: () => this.edit(), clear: () => this.clear() }));
    else fill(this.element, this.formView());
  }

  private edit(): void {
    this.result = null;
    this.render();
  }

  private clear(): void {
    this.app.overlays.clear(...PLAN_OVERLAYS);
    this.app.view.highlight([]);
    this.edit();
  }

  private formView(): HTMLElement {
    const runner = new Runner<PlanResult>(PROCESS[this.task]);
    const nothing = this.task === 'compare' && recentRuns().length < 2;
    const form = h('form', { class: 'analysis-form', novalidate: true },
      fieldset(t('plan.task'), field({ label: t('plan.task.pick') }, select(TASKS.map((task) => ({ value: task, label: t(`plan.${task}`) })), this.task, (task) => {
        this.task = task as Task;
        this.trouble.replaceChildren();
        this.render();
      })), h('p', { class: 'muted' }, t(`plan.${this.task}.about`))),
      nothing ? h('p', { class: 'empty padded' }, icon('info', 17), t('plan.compare.few')) : this.fields(),
      this.trouble,
      h('div', { class: 'sticky-actions' }, runner.element,
        h('button', { type: 'submit', class: 'primary wide', id: 'plan-run', disabled: nothing }, icon('play', 15), t('plan.run'))));
    form.querySelector('select')?.setAttribute('id', 'plan-task');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.run(form, runner);
    });
    return form;
  }

  private fields(): HTMLElement {
    switch (this.task) {
      case 'siting':
        return this.sitingFields();
      case 'circles':
        return this.circleFields();
      case 'routes':
        return this.routeFields();
      case 'compare':
        return fieldset(t('plan.compare.runs'), this.runField('a', t('plan.compare.a')), this.runField('b', t('plan.compare.b')));
      case 'topology':
        return fieldset(t('coverage.travel'), this.modeField());
    }
  }

  private modeField(): HTMLElement {
    return field({ label: t('travel.mode'), input: 'travel.mode' }, segmented([
      { value: 'walk', label: t('travel.walk') }, { value: 'drive', label: t('travel.drive') },
    ] as const, this.form.mode, (value) => (this.form.mode = value)));
  }

  private numberField(key: 'count' | 'least' | 'places' | 'minutes' | 'turnout', input: string, unit: string): HTMLElement {
    return field({ label: t(`plan.${key}`), input, unit }, numberInput(this.form[key], (text) => (this.form[key] = text), { min: '0', id: `plan-${key}` }));
  }

  private sitingFields(): HTMLElement {
    const { form } = this;
    const shelters = form.of === 'shelter';
    return h('div', {},
      fieldset(t('plan.siting.what'),
        field({ label: t('plan.of') }, segmented([
          { value: 'shelter', label: t('plan.of.shelter') }, { value: 'supply_depot', label: t('plan.of.depot') },
        ] as const, form.of, (value) => { form.of = value; this.render(); })),
        field({ label: t('plan.objective') }, segmented([
          { value: 'coverage', label: t('plan.objective.coverage') }, { value: 'p-median', label: t('plan.objective.median') },
        ] as const, form.objective, (value) => { form.objective = value; this.render(); })),
        h('div', { class: 'columns' }, this.numberField('count', 'count', t('unit.places')), this.numberField('minutes', 'limit.time_s', t('unit.min')))),
      fieldset(t('plan.candidates'),
        h('div', { class: 'columns' }, this.numberField('least', 'candidates', t('unit.persons')),
          shelters && form.objective === 'coverage' ? this.numberField('places', 'candidate_capacity', t('unit.persons')) : null)));
  }

  private circleFields(): HTMLElement {
    const { form } = this;
    return fieldset(t('plan.circles'),
      field({ label: t('plan.limits'), input: 'limits_s', unit: t('unit.min') },
        h('input', { type: 'text', id: 'plan-limits', value: form.limits, on: { input: (event) => (form.limits = (event.target as HTMLInputElement).value) } })),
      h('div', { class: 'columns' }, this.modeField(), this.numberField('turnout', 'turnout_s', t('unit.s'))));
  }

  private routeFields(): HTMLElement {
    const { form } = this;
    return fieldset(t('plan.routes'),
      field({ label: t('plan.routes.of') }, segmented([
        { value: 'hazard', label: t('plan.routes.hazard') }, { value: 'run', label: t('plan.routes.run') },
      ] as const, form.from, (value) => { form.from = value; this.render(); })),
      form.from === 'run' ? this.runField('run', t('plan.routes.run')) : h('div', { class: 'columns' },
        field({ label: t('plan.routes.hazard'), input: 'hazards' }, select(
          (Object.keys(AVOIDABLE) as Avoidable[]).map((value) => ({ value, label: t(`avoid.${value}`) })), form.hazard, (value) => (form.hazard = value as Avoidable))),
        field({ label: t('plan.routes.to'), input: 'to' }, select([
          { value: 'nearest', label: t('plan.routes.nearest') }, { value: 'assigned', label: t('plan.routes.assigned') },
        ], form.to, (value) => (form.to = value as PlanForm['to'])))));
  }

  /** One of the coverage runs made in this browser. */
  private runField(key: 'a' | 'b' | 'run', label: string): HTMLElement {
    const runs = recentRuns();
    const usual = key === 'a' ? runs[1]?.id : runs[0]?.id;
    if (!runs.some((run) => run.id === this.form[key])) this.form[key] = usual ?? '';
    if (runs.length === 0) return h('p', { class: 'empty' }, icon('info', 17), t('plan.runs.none'));
    const choice = select(runs.map((run) => ({ value: run.id, label: run.label })), this.form[key], (value) => (this.form[key] = value));
    choice.id = key === 'run' ? 'plan-run-id' : `plan-${key}`;
    return field({ label, input: key }, choice);
  }

  private async run(form: HTMLElement, runner: Runner<PlanResult>): Promise<void> {
    clearErrors(form);
    this.trouble.replaceChildren();
    const inputs = planInputs(this.task, this.form);
    if (!inputs.ok) {
      showFieldError(form, inputs.input, t(inputs.input === 'limits_s' ? 'plan.limits.wrong' : 'form.number', { least: inputs.least }));
      return;
    }
    const button = form.querySelector<HTMLButtonElement>('#plan-run');
    if (button) button.hidden = true;
    this.app.closePopup();
    const result = await runner.run(inputs.inputs, (problem) => showProblem(form, this.trouble, problem));
    if (button) button.hidden = false;
    if (result) {
      this.result = result;
      showPlan(this.app, this.task, result);
      this.render();
      this.element.scrollTo({ top: 0 });
    }
  }
}
