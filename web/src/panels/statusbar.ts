/** The strip below the map: scale, coordinates under the pointer, sources. */

import ScaleLine from 'ol/control/ScaleLine';
import { getPointResolution, toLonLat } from 'ol/proj';
import type { App } from '../app';
import type { State } from '../api/service';
import { isResultLayer } from '../layers/contract';
import { fill, h } from '../dom';
import { t, tOr } from '../i18n';
import { dms } from '../i18n/format';
import type { LoadState } from '../map/map';
import { gaussKrueger } from '../map/projections';

const FORMATS = ['degrees', 'dms', 'metres'] as const;
/** Metres on a screen of 96 dots per inch. */
const DOT_M = 0.0254 / 96;

/** Where the data comes from; results of analyses are no source. */
export function sourceNames(state: State | null): string[] {
  const data = state?.sources.filter((entry) => entry.layers.some((layer) => !isResultLayer(layer))) ?? [];
  return data.map((entry) => tOr(`source.${entry.source}`, entry.source));
}

export class StatusBar {
  readonly element = h('div', { class: 'status-bar' });
  private readonly scale = h('div', { class: 'scale' });
  private readonly ratio = h('span', { class: 'ratio' });
  private readonly coordinates = h('button', { type: 'button', class: 'coordinates' });
  private readonly projection = h('button', { type: 'button', class: 'coordinates projection' });
  private readonly trouble = h('span', { class: 'trouble', role: 'status' });
  private readonly credit = h('span', { class: 'credit' });
  private format = 0;
  private at: number[] | null = null;

  constructor(private readonly app: App) {
    const { map } = app.view;
    this.element.append(this.scale, this.ratio, this.trouble, this.credit, this.projection, this.coordinates);
    map.addControl(new ScaleLine({ target: this.scale, units: 'metric', minWidth: 90, maxWidth: 160 }));
    map.on('pointermove', (event) => { this.at = event.coordinate; this.drawCoordinates(); });
    const follow = () => map.getView().on('change', () => {
      this.drawRatio();
      if (this.at === null) this.drawCoordinates();
    });
    follow();
    map.on('change:view', () => {
      follow();
      this.at = null;
      this.render();
    });
    this.projection.addEventListener('click', () => {
      app.closePopup();
      app.view.setProjection(app.view.projection === 'EPSG:3857' ? 'EPSG:4490' : 'EPSG:3857');
    });
    this.coordinates.addEventListener('click', () => {
      this.format = (this.format + 1) % FORMATS.length;
      this.drawCoordinates();
    });
    app.data.onChange(() => this.render());
  }

  render(): void {
    this.drawRatio();
    this.drawCoordinates();
    const sources = sourceNames(this.app.data.state);
    fill(this.credit, sources.length === 0 ? '' : t('credit', { sources: sources.join(' · ') }));
    this.projection.textContent = t(`projection.${this.app.view.projection}`);
    this.projection.title = t('projection.change');
    this.coordinates.title = t('coordinates.change');
  }

  /** Out: m on the ground for one pixel at the map's centre. */
  metresPerPixel(): number {
    const view = this.app.view.view;
    return getPointResolution(view.getProjection(), view.getResolution() ?? 1, view.getCenter() ?? [0, 0], 'm');
  }

  /** Out: the denominator of the map's scale on a screen of 96 dpi, with two significant digits, e.g. `290,000`. */
  roundedDenominator(): string {
    const exact = this.metresPerPixel() / DOT_M;
    const step = 10 ** Math.max(0, Math.floor(Math.log10(exact)) - 1);
    return (Math.round(exact / step) * step).toLocaleString('en-US');
  }

  loading(state: LoadState): void {
    this.trouble.replaceChildren();
    if (!state.failed) return;
    fill(this.trouble, t('map.failed'), ' ', h('button', { type: 'button', class: 'link', on: { click: () => this.app.view.retry() } }, t('map.retry')));
  }

  private drawRatio(): void {
    this.ratio.textContent = `1 : ${this.roundedDenominator()}`;
  }

  private drawCoordinates(): void {
    const centre = this.at ?? this.app.view.view.getCenter();
    if (!centre) return;
    const [lon = 0, lat = 0] = toLonLat(centre, this.app.view.projection);
    this.coordinates.textContent = this.text(lon, lat);
  }

  private text(lon: number, lat: number): string {
    const plane = gaussKrueger(lon, lat);
    switch (FORMATS[this.format]) {
      case 'dms':
        return `CGCS2000  ${dms(lon, 'lon')}  ${dms(lat, 'lat')}`;
      case 'metres':
        if (plane) return `${plane.epsg}  X ${plane.north.toFixed(1)}  Y ${plane.east.toFixed(1)} m`;
        return t('coordinates.outside');
      default:
        return `CGCS2000  ${lon.toFixed(5)}°E  ${lat.toFixed(5)}°N`;
    }
  }
}
