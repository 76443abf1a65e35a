/** The layer list: what the map shows, grouped by subject, with opacity and legend for each layer. */

import type { App } from '../app';
import { fill, h, icon, uniqueId } from '../dom';
import { t } from '../i18n';
import { count, percent } from '../i18n/format';
import { local } from '../layers/contract';
import { layerTitle } from '../layers/title';
import { bySection, type MapLayer } from '../layers/tree';
import { legendImage } from './legend';

export class LayersPanel {
  readonly element = h('div', { class: 'panel-body layers' });
  private readonly open = new Set<string>();
  private failure: { message: string; retry: () => void } | null = null;

  constructor(private readonly app: App) {
    app.store.onChange(() => this.render());
    app.data.onChange(() => this.render());
  }

  /** Shows why there are no layers, with a button that calls `retry`. */
  fail(message: string, retry: () => void): void {
    this.failure = { message, retry };
    this.render();
  }

  render(): void {
    const { store } = this.app;
    const focused = document.activeElement?.id;
    const members = store.all.filter((layer) => layer.groups.includes(store.group));
    if (this.failure !== null && store.all.length === 0) {
      const { message, retry } = this.failure;
      fill(this.element, h('div', { class: 'callout error', role: 'alert' }, icon('warning'),
        h('div', {}, h('strong', {}, t('layers.failed')), h('p', {}, message), h('button', { type: 'button', class: 'slim', on: { click: retry } }, t('map.retry')))));
      return;
    }
    if (store.all.length === 0) {
      fill(this.element, h('div', { class: 'skeleton', 'aria-label': t('loading') }, [1, 2, 3, 4, 5, 6, 7].map(() => h('span', {}))));
      return;
    }
    fill(this.element,
      h('div', { class: 'panel-head' },
        h('p', { class: 'muted' }, t(`group.${store.group}.about`)),
        h('button', { type: 'button', class: 'link', on: { click: () => store.chooseGroup(store.group) } }, t('layers.reset'))),
      bySection([...members]).map(({ section, layers }) =>
        h('section', { class: 'layer-section' }, h('h2', {}, t(`section.${section}`)), layers.map((layer) => this.row(layer)))));
    if (focused) document.getElementById(focused)?.focus();
  }

  private row(layer: MapLayer): HTMLElement {
    const { store, data } = this.app;
    const id = `layer-${layer.name.replace(/\W/g, '-')}`;
    const visible = store.isVisible(layer.name);
    const expanded = this.open.has(layer.name);
    const total = data.state?.counts[local(layer.name)];
    const detailsId = `${id}-details`;
    const toggle = () => {
      if (expanded) this.open.delete(layer.name);
      else this.open.add(layer.name);
      this.render();
    };
    return h('div', { class: `layer-row${visible ? ' on' : ''}`, 'data-layer': layer.name },
      h('div', { class: 'layer-line' },
        h('label', { class: 'check' },
          h('input', {
            type: 'checkbox', id, checked: visible,
            on: { change: (event) => store.setVisible(layer.name, (event.target as HTMLInputElement).checked) },
          }),
          h('span', { class: 'layer-name' }, layerTitle(layer))),
        total === undefined ? null : h('span', { class: 'layer-count' }, count(total)),
        h('button', {
          type: 'button', class: 'icon-button small', id: `${id}-more`, 'aria-expanded': String(expanded), 'aria-controls': detailsId,
          'aria-label': t('layers.details', { layer: layerTitle(layer) }), title: t('layers.details', { layer: layerTitle(layer) }),
          on: { click: toggle },
        }, icon(expanded ? 'down' : 'right', 15))),
      h('div', { class: 'layer-details', id: detailsId, hidden: !expanded }, expanded ? this.details(layer) : null));
  }

  private details(layer: MapLayer): HTMLElement[] {
    const { store, data } = this.app;
    const id = uniqueId('opacity');
    const shown = h('output', { for: id }, percent(store.opacity(layer.name)).replace('.0', ''));
    return [
      h('div', { class: 'opacity' },
        h('label', { for: id }, t('layers.opacity')),
        h('input', {
          type: 'range', id, min: '0.1', max: '1', step: '0.05', value: String(store.opacity(layer.name)),
          on: {
            input: (event) => (shown.textContent = `${Math.round(Number((event.target as HTMLInputElement).value) * 100)}%`),
            change: (event) => store.setOpacity(layer.name, Number((event.target as HTMLInputElement).value)),
          },
        }), shown),
      legendImage(layer, data.version),
    ];
  }
}
