/** Buffer exposure: the form, the run, and its result in place of the form. */

import type { App } from '../app';
import type { BufferResult } from '../api/processes';
import { fill, h, icon } from '../dom';
import { t } from '../i18n';
import { EXPOSED_DEFAULT, EXPOSED_LAYERS, HAZARD_LAYERS, local } from '../layers/contract';
import type { Shape } from '../map/draw';
import { bufferInputs, idFilter, type BufferForm } from './buffer-inputs';
import { bufferResult, showBuffer } from './buffer-result';
import { fieldset } from './coverage';
import { checkbox, clearErrors, field, segmented, select, showFieldError, showProblem } from './form';
import { layerTitle } from '../layers/title';
import type { LegendCard } from './legend';
import { Runner } from './runner';

const SHAPES: { shape: Shape; icon: 'point' | 'line' | 'polygon' }[] = [
  { shape: 'Point', icon: 'point' }, { shape: 'LineString', icon: 'line' }, { shape: 'Polygon', icon: 'polygon' },
];

export class BufferPanel {
  readonly element = h('div', { class: 'panel-body analysis' });
  private readonly form: BufferForm = {
    from: 'drawn', shape: 'Point', drawn: null, layer: 'geohazard_zone', filter: '', distances: '500, 1000', by: 'same', expression: '', otherwise: '100', side: 'both', exposed: [...EXPOSED_DEFAULT],
  };
  private readonly runner = new Runner<BufferResult>('buffer-exposure');
  private readonly trouble = h('div');
  private result: BufferResult | null = null;
  private drawing: Shape | null = null;

  constructor(
    private readonly app: App,
    private readonly legend: LegendCard,
  ) {}

  get hasResult(): boolean {
    return this.result !== null;
  }

  render(): void {
    if (this.result) fill(this.element, bufferResult(this.app, this.result, { edit: () => this.edit(), clear: () => this.clear() }));
    else fill(this.element, this.formView());
  }

  /** Fills in one feature of a layer as the hazard. */
  around(layer: string, id: string): void {
    this.form.from = 'layer';
    this.form.layer = layer;
    this.form.filter = idFilter(id);
    this.edit();
  }

  private edit(): void {
    this.result = null;
    this.render();
  }

  private clear(): void {
    this.app.overlays.clear('rings', 'exposed');
    this.app.drawings.clear('hazard');
    this.app.view.highlight([]);
    this.form.drawn = null;
    this.edit();
  }

  private formView(): HTMLElement {
    const element = h('form', { class: 'analysis-form', novalidate: true },
      h('div', { class: 'panel-head' }, h('p', { class: 'muted' }, t('buffer.about'))),
      this.hazardFields(),
      this.distanceFields(),
      this.exposedFields(),
      this.trouble,
      h('div', { class: 'sticky-actions' }, this.runner.element,
        h('button', { type: 'submit', class: 'primary wide', id: 'buffer-run' }, icon('play', 15), t('buffer.run'))));
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.run(element);
    });
    return element;
  }

  private hazardFields(): HTMLElement {
    const { form } = this;
    return h('fieldset', { 'data-input': 'hazards' }, h('legend', {}, t('buffer.hazards')),
      field({ label: t('buffer.from') }, segmented([
        { value: 'drawn', label: t('buffer.from.drawn') }, { value: 'layer', label: t('buffer.from.layer') },
      ] as const, form.from, (value) => { form.from = value; this.render(); })),
      form.from === 'drawn' ? this.drawFields() : this.layerFields(),
      h('p', { class: 'field-error', role: 'alert' }));
  }

  private drawFields(): HTMLElement {
    const { form } = this;
    return h('div', {},
      h('div', { class: 'draw-tools', role: 'group', 'aria-label': t('buffer.draw') }, SHAPES.map(({ shape, icon: name }) =>
        h('button', {
          type: 'button', class: 'tool', 'data-shape': shape, 'aria-pressed': String(this.drawing === shape), on: { click: () => void this.draw(shape) },
        }, icon(name, 18), t(`draw.${shape}`)))),
      h('p', { class: `draw-state${form.drawn && !this.drawing ? ' done' : ''}`, role: 'status' }, this.drawing
        ? t(`draw.how.${this.drawing}`)
        : form.drawn ? [icon('check', 15), t('draw.done')] : t('draw.none')));
  }

  private async draw(shape: Shape): Promise<void> {
    this.form.shape = shape;
    this.drawing = shape;
    this.render();
    const geometry = await this.app.drawings.draw('hazard', shape);
    if (geometry) this.form.drawn = geometry;
    if (this.drawing === shape) this.drawing = null;
    this.render();
  }

  private layerFields(): HTMLElement {
    const { form } = this;
    const names = new Set<string>([...HAZARD_LAYERS, form.layer]);
    return h('div', { class: 'fields' },
      field({ label: t('buffer.layer'), input: 'hazards.layer' }, select(
        [...names].map((name) => ({ value: name, label: layerTitle({ name }) })), form.layer,
        (value) => { form.layer = value; form.filter = ''; this.render(); })),
      field({ label: t('buffer.filter'), input: 'hazards.filter', hint: t('buffer.filter.hint') },
        h('input', { type: 'text', id: 'buffer-filter', class: 'code', spellcheck: 'false', placeholder: t('buffer.filter.example'), value: form.filter,
          on: { input: (event) => (form.filter = (event.target as HTMLInputElement).value) } })));
  }

  private distanceFields(): HTMLElement {
    const { form } = this;
    const text = (id: string, value: string, set: (text: string) => void, type = 'text') =>
      h('input', { type, id, value, on: { input: (event) => set((event.target as HTMLInputElement).value) } });
    return fieldset(t('buffer.distances.title'),
      field({ label: t('buffer.by'), input: 'distanceBy' }, segmented((['same', 'rules', 'expression'] as const).map((value) => ({ value, label: t(`buffer.by.${value}`) })),
        form.by, (value) => { form.by = value; this.render(); })),
      form.by === 'same' ? field({ label: t('buffer.distances'), input: 'distances', hint: t('buffer.distances.hint'), unit: 'm' },
        text('buffer-distances', form.distances, (value) => (form.distances = value))) : null,
      form.by === 'expression' ? field({ label: t('buffer.by.expression.label'), input: 'distanceBy.expression', hint: t('buffer.by.expression.hint') },
        text('buffer-expression', form.expression, (value) => (form.expression = value))) : null,
      form.by === 'same' ? null : field({ label: t('buffer.by.otherwise'), input: 'distanceBy.otherwise', hint: t('buffer.by.otherwise.hint'), unit: 'm' },
        text('buffer-otherwise', form.otherwise, (value) => (form.otherwise = value), 'number')),
      field({ label: t('buffer.side'), input: 'side' }, segmented((['both', 'outside', 'inside'] as const).map((value) => ({ value, label: t(`buffer.side.${value}`) })),
        form.side, (value) => (form.side = value))));
  }

  private exposedFields(): HTMLElement {
    const { form, app } = this;
    const offered = EXPOSED_LAYERS.filter((name) => app.store.all.length === 0 || app.store.all.some((layer) => local(layer.name) === name));
    return h('fieldset', { 'data-input': 'exposed' }, h('legend', {}, t('buffer.exposed')),
      h('div', { class: 'check-grid' }, offered.map((name) => checkbox(layerTitle({ name }), form.exposed.includes(name), (checked) => {
        form.exposed = checked ? [...form.exposed, name] : form.exposed.filter((other) => other !== name);
      }))),
      h('p', { class: 'field-error', role: 'alert' }));
  }

  private async run(form: HTMLElement): Promise<void> {
    clearErrors(form);
    this.trouble.replaceChildren();
    const inputs = bufferInputs(this.form);
    if (!inputs.ok) {
      const place = inputs.input === 'expression' || inputs.input === 'otherwise' ? `distanceBy.${inputs.input}` : inputs.input;
      showFieldError(form, place, inputs.input === 'distances'
        ? t(`distances.${inputs.distances.error}`, { at: inputs.distances.at })
        : t(`form.${inputs.input}`));
      return;
    }
    const button = form.querySelector<HTMLButtonElement>('#buffer-run');
    if (button) button.hidden = true;
    this.app.closePopup();
    const result = await this.runner.run(inputs.inputs, (problem) => showProblem(form, this.trouble, problem));
    if (button) button.hidden = false;
    if (result) {
      this.result = result;
      showBuffer(this.app, this.legend, result);
      this.render();
      this.element.scrollTo({ top: 0 });
    }
  }
}
