/** Evacuation coverage: the form, the run, and its result in place of the form. */

import { sourceOf } from './standards';
import type { App } from '../app';
import type { CoverageResult } from '../api/processes';
import { Problem } from '../api/problem';
import { fill, h, icon } from '../dom';
import { t } from '../i18n';
import { AVOIDABLE, COVERAGE_DEFAULTS, GROUPS, HAZARDS, coverageInputs, type Avoidable, type CoverageForm, type Group } from './coverage-inputs';
import { coverageResult, showCoverage } from './coverage-result';
import { checkbox, clearErrors, field, numberInput, segmented, select, showFieldError, showProblem } from './form';
import { count } from '../i18n/format';
import { remember } from './recent-runs';
import { Runner } from './runner';

export class CoveragePanel {
  readonly element = h('div', { class: 'panel-body analysis' });
  private readonly form: CoverageForm = { ...COVERAGE_DEFAULTS };
  private readonly runner = new Runner<CoverageResult>('evacuation-coverage');
  private readonly trouble = h('div');
  private result: CoverageResult | null = null;

  constructor(private readonly app: App) {}

  get hasResult(): boolean {
    return this.result !== null;
  }

  render(): void {
    if (this.result) fill(this.element, coverageResult(this.app, this.result, { edit: () => this.edit(), clear: () => this.clear() }));
    else fill(this.element, this.formView());
  }

  private edit(): void {
    this.result = null;
    this.render();
  }

  private clear(): void {
    this.app.overlays.clear('demand', 'shelters', 'catchments');
    this.app.view.highlight([]);
    this.edit();
  }

  private formView(): HTMLElement {
    const form = h('form', { class: 'analysis-form', novalidate: true },
      h('div', { class: 'panel-head' }, h('p', { class: 'muted' }, t('coverage.about'))),
      this.travelFields(), this.limitFields(), this.shelterFields(), this.avoidFields(), this.whatIfFields(),
      this.trouble,
      h('div', { class: 'sticky-actions' },
        this.runner.element,
        h('button', { type: 'submit', class: 'primary wide', id: 'coverage-run' }, icon('play', 15), t('coverage.run'))));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.run(form);
    });
    return form;
  }

  private travelFields(): HTMLElement {
    const { form } = this;
    const road = form.network === 'road';
    return fieldset(t('coverage.travel'),
      field({ label: t('travel.network'), input: 'travel.network' }, segmented([
        { value: 'road', label: t('travel.road') }, { value: 'straight-line', label: t('travel.straight') },
      ] as const, form.network, (value) => { form.network = value; this.render(); })),
      h('div', { class: 'columns' },
        road ? field({ label: t('travel.mode'), input: 'travel.mode' }, segmented([
          { value: 'walk', label: t('travel.walk') }, { value: 'drive', label: t('travel.drive') },
        ] as const, form.mode, (value) => { form.mode = value; this.render(); })) : null,
        // By car the roads have their own speeds; people walk to the road.
        field({ label: t(road ? (form.mode === 'walk' ? 'travel.speed.walk' : 'travel.speed.access') : 'travel.speed'), input: 'travel.speed_kmh', unit: 'km/h' },
          numberInput(form.speed, (text) => (form.speed = text), { min: '0.1', step: '0.5', id: 'coverage-speed' })),
        form.mode === 'walk' || !road ? sourceOf('walking', 'flat') : null),
      h('details', {},
        h('summary', {}, t('coverage.more')),
        h('div', { class: 'columns' },
          road && form.mode === 'walk' ? field({ label: t('travel.slope'), input: 'travel.slope' }, select([
            { value: 'auto', label: t('slope.auto') }, { value: 'true', label: t('slope.true') }, { value: 'false', label: t('slope.false') },
          ], form.slope, (value) => (form.slope = value as CoverageForm['slope']))) : null,
          road ? field({ label: t('travel.snap'), input: 'travel.max_snap_m', unit: 'm' },
            numberInput(form.snap, (text) => (form.snap = text), { min: '1', step: '50', id: 'coverage-snap' })) : null,
          road ? null : field({ label: t('travel.detour'), input: 'travel.detour_factor' },
            numberInput(form.detour, (text) => (form.detour = text), { min: '1', step: '0.1', id: 'coverage-detour' })))));
  }

  private limitFields(): HTMLElement {
    const { form } = this;
    const time = form.limit === 'time';
    return fieldset(t('coverage.limit'),
      h('div', { class: 'columns' },
        field({ label: t('limit.by'), input: 'limit' }, segmented([
          { value: 'time', label: t('limit.time') }, { value: 'distance', label: t('limit.distance') },
        ] as const, form.limit, (value) => { form.limit = value; this.render(); })),
        time
          ? field({ label: t('limit.minutes'), input: 'limit.time_s', unit: t('unit.min') },
            numberInput(form.minutes, (text) => (form.minutes = text), { min: '1', step: '5', id: 'coverage-minutes' }))
          : field({ label: t('limit.metres'), input: 'limit.distance_m', unit: 'm' },
            numberInput(form.metres, (text) => (form.metres = text), { min: '1', step: '100', id: 'coverage-metres' }))));
  }

  private shelterFields(): HTMLElement {
    const { form } = this;
    return fieldset(t('coverage.shelters'),
      h('div', { class: 'columns' },
        field({ label: t('coverage.hazard'), input: 'hazard' }, select(
          [{ value: '', label: t('hazard.any') }, ...HAZARDS.map((value) => ({ value, label: t(`hazard.${value}`) }))],
          form.hazard, (value) => (form.hazard = value as CoverageForm['hazard']))),
        field({ label: t('coverage.group'), input: 'groupBy' }, groupSelect(form))),
      checkbox(t('coverage.capacity'), form.capacity, (checked) => (form.capacity = checked), t('coverage.capacity.about')));
  }

  private avoidFields(): HTMLElement {
    const { form, app } = this;
    const offered = (Object.keys(AVOIDABLE) as Avoidable[]).filter((key) => (app.data.state?.counts[AVOIDABLE[key].layer.slice(5)] ?? 1) > 0);
    const draw = async () => {
      app.notify(t('draw.how.Polygon'));
      const geometry = await app.drawings.draw('avoid', 'Polygon');
      if (geometry) form.drawn = geometry;
      this.render();
    };
    const forget = () => {
      form.drawn = null;
      app.drawings.clear('avoid');
      this.render();
    };
    return h('fieldset', { 'data-input': 'avoid' }, h('legend', {}, t('coverage.avoid')),
      offered.map((key) => checkbox(t(`avoid.${key}`), form.avoid.includes(key), (checked) => {
        form.avoid = checked ? [...form.avoid, key] : form.avoid.filter((other) => other !== key);
      })),
      h('div', { class: 'inline' },
        h('button', { type: 'button', class: 'slim', on: { click: () => void draw() } }, icon('polygon', 15), t(form.drawn ? 'draw.again' : 'avoid.draw')),
        form.drawn ? h('button', { type: 'button', class: 'link', on: { click: forget } }, t('draw.remove')) : null),
      h('p', { class: 'field-error', role: 'alert' }));
  }

  private whatIfFields(): HTMLElement {
    const { form, app } = this;
    const draw = async () => {
      app.notify(t('draw.how.Point'));
      const slot = `extra-${form.extra.length}`;
      const at = await app.drawings.draw(slot, 'Point');
      if (at) form.extra.push({ at, capacity: '200' });
      this.render();
    };
    const forget = () => {
      form.extra.forEach((_, at) => app.drawings.clear(`extra-${at}`));
      form.extra = [];
      this.render();
    };
    return h('details', { class: 'what-if-fields', open: form.extra.length > 0 || form.capacities !== '' },
      h('summary', {}, t('whatif.title')),
      h('div', { class: 'field', 'data-input': 'extraShelters' },
        h('ul', { class: 'what-if' }, form.extra.map((one, at) => h('li', {}, icon('point', 15), t('whatif.shelter', { n: at + 1 }),
          h('input', { type: 'number', min: '0', value: one.capacity, 'aria-label': t('whatif.capacity', { n: at + 1 }), 'data-extra': at,
            on: { input: (event) => (one.capacity = (event.target as HTMLInputElement).value) } }), t('unit.persons')))),
        h('div', { class: 'inline' },
          h('button', { type: 'button', class: 'slim', id: 'whatif-draw', on: { click: () => void draw() } }, icon('point', 15), t('whatif.draw')),
          form.extra.length > 0 ? h('button', { type: 'button', class: 'link', on: { click: forget } }, t('draw.remove')) : null),
        h('p', { class: 'field-error', role: 'alert' })),
      field({ label: t('whatif.capacities'), input: 'capacities', hint: t('whatif.capacities.hint') },
        h('input', { type: 'text', id: 'whatif-capacities', class: 'code', spellcheck: 'false', value: form.capacities,
          on: { input: (event) => (form.capacities = (event.target as HTMLInputElement).value) } })));
  }

  private async run(form: HTMLElement): Promise<void> {
    clearErrors(form);
    this.trouble.replaceChildren();
    const inputs = coverageInputs(this.form);
    if (!inputs.ok) {
      showFieldError(form, inputs.input, inputs.input === 'capacities' ? t('whatif.capacities.wrong') : t('form.number', { least: inputs.least }));
      return;
    }
    const button = form.querySelector<HTMLButtonElement>('#coverage-run');
    if (button) button.hidden = true;
    this.app.closePopup();
    const result = await this.runner.run(inputs.inputs, (problem: Problem) => showProblem(form, this.trouble, problem));
    if (button) button.hidden = false;
    if (result) {
      this.result = result;
      remember({ id: result.run.id, label: t('plan.run.label', { time: moment(), n: count(result.summary.assigned) }) });
      showCoverage(this.app, result);
      this.render();
      this.element.scrollTo({ top: 0 });
    }
  }
}

/** Day and time: runs of earlier days stand in the same list. */
function moment(): string {
  return new Date().toLocaleString(undefined, { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

function groupSelect(form: CoverageForm): HTMLElement {
  const choice = select(GROUPS.map((value) => ({ value, label: t(`group.${value}`) })), form.groupBy, (value) => (form.groupBy = value as Group));
  choice.id = 'coverage-group';
  return choice;
}

export function fieldset(legend: string, ...children: (HTMLElement | null)[]): HTMLElement {
  return h('fieldset', {}, h('legend', {}, legend), children);
}
