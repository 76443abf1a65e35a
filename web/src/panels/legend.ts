/** The legend of the visible layers: the service's own symbols, beneath the layer's name. */

import type { App } from '../app';
import { fill, h, icon } from '../dom';
import { lang, t, tOr } from '../i18n';
import { local } from '../layers/contract';
import type { MapLayer } from '../layers/tree';
import type { OverlayName } from '../map/overlays';
import { duration } from '../i18n/format';
import { PLAN_COLOURS, circleColour } from '../map/plan-styles';
import { RING_COLOURS, STATE_COLOURS, fireColour, ringColour, severityColour } from '../map/styles';
import { REASONS } from '../api/processes';
import { legendUrl } from '../map/wms';
import { layerTitle } from '../layers/title';

/** A layer's symbols; gone where the service has none for it. */
export function legendImage(layer: { name: string; title?: string }, version: string): HTMLElement {
  const image = h('img', { class: 'legend-image', src: legendUrl(layer.name, version, lang()), alt: t('legend.of', { layer: layerTitle(layer) }) });
  image.addEventListener('error', () => image.remove());
  return image;
}

export class LegendCard {
  readonly element = h('aside', { class: 'legend-card', 'aria-label': t('legend.title') });
  private open = true;
  /** Labels of the buffer rings shown, innermost first. */
  ringLabels: string[] = [];

  constructor(private readonly app: App) {
    app.store.onChange(() => this.render());
    app.overlays.onChange(() => this.render());
    app.data.onChange(() => this.render());
  }

  render(): void {
    this.element.setAttribute('aria-label', t('legend.title'));
    this.element.classList.toggle('closed', !this.open);
    fill(this.element,
      h('h2', {}, h('button', {
        type: 'button', class: 'legend-head', 'aria-expanded': String(this.open),
        on: { click: () => { this.open = !this.open; this.render(); } },
      }, h('span', {}, t('legend.title')), icon(this.open ? 'down' : 'left', 15))),
      this.open ? h('div', { class: 'legend-list', tabindex: '0', role: 'group', 'aria-label': t('legend.title') }, this.entries()) : null);
  }

  /** Legend entries of results and layers, the uppermost first. */
  entries(): HTMLElement[] {
    const results = [...this.app.overlays.shown()].reverse().map((name) => this.overlayEntry(name));
    const layers = this.explained().map((layer) =>
      h('div', { class: 'legend-entry' }, h('h3', {}, layerTitle(layer)), legendImage(layer, this.app.data.version)));
    if (results.length + layers.length === 0) return [h('p', { class: 'muted empty' }, t('legend.empty'))];
    return [...results, ...layers];
  }

  /** Visible layers that have something on the map to explain: relief explains itself, an empty layer has nothing. */
  private explained(): MapLayer[] {
    const counts = this.app.data.state?.counts ?? {};
    return this.app.store.visibleLayers().filter((layer) => local(layer.name) !== 'hillshade' && counts[local(layer.name)] !== 0).reverse();
  }

  /** Width in pixels that the card takes from the map. */
  get widthPx(): number {
    return this.open ? this.element.offsetWidth + 12 : 0;
  }

  private overlayEntry(name: OverlayName): HTMLElement {
    return h('div', { class: 'legend-entry result' }, h('h3', {}, t(`overlay.${name}`)), h('ul', { class: 'swatches' }, this.swatches(name)));
  }

  private swatches(name: OverlayName): HTMLElement[] {
    switch (name) {
      case 'demand':
        return [swatch('dot', STATE_COLOURS.assigned, t('state.assigned')), swatch('dot partial', STATE_COLOURS.no_capacity, t('state.partial')),
          ...REASONS.map((reason) => swatch('dot', STATE_COLOURS[reason], t(`reason.${reason}`)))];
      case 'shelters':
        return [swatch('square', '#123f5c', t('use.full')), swatch('square', '#3d8bb5', t('use.part')), swatch('square', '#ffffff', t('use.none')), swatch('square left-out', '#eef1f2', t('use.excluded'))];
      case 'catchments':
        return [swatch('area', '#8fb3cf', t('overlay.catchments.about'))];
      case 'closures':
        return [swatch('area', '#a0143c', t('overlay.closures.land')), swatch('area', '#f0a050', t('overlay.closures.area'))];
      case 'checks':
        return this.app.overlays.hasProperty('checks', 'fire')
          ? [1, 2, 3, 4, 5].map((danger) => swatch('area', fireColour(danger), tOr(`fire.${danger}`, String(danger))))
          : (['problem', 'notice', 'ok'] as const).map((severity) => swatch('area', severityColour(severity), t(`severity.${severity}`)));
      case 'circles':
        return [60, 180, 300, 900].map((limit) => swatch('area', circleColour(limit), `≤ ${duration(limit)}`));
      case 'routes':
        return [swatch('area', PLAN_COLOURS.route, t('overlay.routes.about'))];
      case 'changes':
        return [swatch('dot', PLAN_COLOURS.gained, t('plan.compare.gained')), swatch('dot', PLAN_COLOURS.lost, t('plan.compare.lost')), swatch('dot', PLAN_COLOURS.same, t('overlay.changes.same'))];
      case 'network':
        return [swatch('dot', PLAN_COLOURS.defect, t('overlay.network.about'))];
      case 'sites':
        return [swatch('dot', PLAN_COLOURS.site, t('overlay.sites.about'))];
      case 'rings':
      case 'exposed':
        return this.ringLabels.map((label, index) => swatch(name === 'rings' ? 'area' : 'dot', ringColour(index), label)).slice(0, Math.max(RING_COLOURS.length, this.ringLabels.length));
    }
  }
}

export function swatch(kind: string, colour: string, label: string): HTMLElement {
  const mark = h('span', { class: `swatch ${kind}` });
  mark.style.setProperty('--swatch', colour);
  return h('li', {}, mark, h('span', {}, label));
}
