/** What every result shows: its head, its parameters, its warnings, its run and the layers it became. */

import type { App } from '../app';
import { warningText, type Run, type Warning } from '../api/processes';
import { h, icon } from '../dom';
import { t, tOr } from '../i18n';
import { warningIn } from '../i18n/messages';
import { distance, duration } from '../i18n/format';
import { local, qualified } from '../layers/contract';
import { WMS_URL } from '../map/map';

export function resultHead(title: string, actions: { edit: () => void; clear: () => void }): HTMLElement {
  return h('div', { class: 'result-head' },
    h('h2', {}, title),
    h('div', { class: 'inline' },
      h('button', { type: 'button', class: 'slim', 'data-action': 'edit', on: { click: actions.edit } }, icon('edit', 15), t('result.edit')),
      h('button', { type: 'button', class: 'slim', 'data-action': 'clear', on: { click: actions.clear } }, icon('trash', 15), t('result.clear'))));
}

export function chips(texts: (string | null)[]): HTMLElement {
  return h('ul', { class: 'chips', 'aria-label': t('result.parameters') }, texts.filter((text) => text !== null).map((text) => h('li', {}, text)));
}

/** In: the canonical parameters of a coverage run. */
export function coverageChips(parameters: Record<string, unknown>): HTMLElement {
  const travel = record(parameters.travel);
  const limit = record(parameters.limit);
  const speed = typeof travel.speed_kmh === 'number' ? ` ${travel.speed_kmh} km/h` : '';
  const avoid = Array.isArray(parameters.avoid) ? parameters.avoid.length : 0;
  return chips([
    t(travel.network === 'straight-line' ? 'travel.straight' : 'travel.road'),
    travel.network === 'straight-line' ? `${t('travel.speed')}${speed}` : `${t(travel.mode === 'drive' ? 'travel.drive' : 'travel.walk')}${travel.mode === 'drive' ? '' : speed}`,
    typeof limit.time_s === 'number' ? `≤ ${duration(limit.time_s)}` : null,
    typeof limit.distance_m === 'number' ? `≤ ${distance(limit.distance_m)}` : null,
    t(parameters.capacity === false ? 'chip.no_capacity' : 'chip.capacity'),
    typeof parameters.hazard === 'string' ? tOr(`hazard.${parameters.hazard}`, parameters.hazard) : null,
    avoid > 0 ? t('chip.avoid', { n: avoid }) : null,
  ]);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

export function warnings(list: Warning[]): HTMLElement | null {
  if (list.length === 0) return null;
  return h('div', { class: 'callout caution', role: 'note' }, icon('warning'),
    h('div', {}, h('strong', {}, t('result.warnings')), h('ul', {}, list.map((warning) => h('li', {}, warningIn(warningText(warning)))))));
}

/** The run's id and its layers, each with an address that shows it as a picture. */
export function runFoot(app: App, run: Run): HTMLElement {
  const extent = app.data.state?.extent ?? null;
  const copy = () => void navigator.clipboard?.writeText(run.id);
  return h('section', { class: 'run-foot' },
    h('h3', {}, t('run.title')),
    h('p', { class: 'run-id' }, h('span', { class: 'muted' }, t('run.id')), h('code', {}, run.id),
      h('button', { type: 'button', class: 'icon-button small', 'aria-label': t('copy'), title: t('copy'), on: { click: copy } }, icon('copy', 15))),
    run.layers.length === 0 || extent === null ? null : h('ul', { class: 'run-layers' }, run.layers.map((layer) => h('li', {},
      h('a', { href: layerAddress(layer, run.id, extent), target: '_blank', rel: 'noopener' }, icon('link', 15), tOr(`layer.${local(layer)}`, layer), h('span', { class: 'muted' }, 'WMS'))))),
    h('details', {}, h('summary', {}, t('run.parameters')), h('pre', { tabindex: '0' }, JSON.stringify(run.parameters, shorten, 1))));
}

/** Coordinates of a drawn geometry would fill the panel. */
function shorten(key: string, value: unknown): unknown {
  return key === 'coordinates' ? '…' : value;
}

/** In: a layer and the run to show of it. Out: the address of its picture over the whole county. */
function layerAddress(layer: string, run: string, extent: [number, number, number, number]): string {
  const [west, south, east, north] = extent;
  const width = 1200;
  const height = Math.round((width * (north - south)) / (east - west) / Math.cos((((south + north) / 2) * Math.PI) / 180));
  return `${WMS_URL}?${new URLSearchParams({
    service: 'WMS', version: '1.1.1', request: 'GetMap', layers: qualified(layer), styles: '', format: 'image/png', srs: 'EPSG:4326',
    bbox: extent.join(','), width: String(width), height: String(height), cql_filter: `run_id = '${run}'`,
  })}`;
}
