/** A buffer result: people and things in each ring, and the list of what is exposed. */

import type { App } from '../app';
import type { Feature, FeatureCollection } from '../api/geojson';
import { around, numberOf, textOf } from '../api/geojson';
import type { BufferResult, BufferRing } from '../api/processes';
import { fill, h, icon } from '../dom';
import { t, tOr } from '../i18n';
import { area, count, distance } from '../i18n/format';
import { local } from '../layers/contract';
import { BUFFER_OVERLAYS } from '../map/overlays';
import { ringColour } from '../map/styles';
import { csv, download } from './csv';
import type { LegendCard } from './legend';
import { chips, resultHead, runFoot, warnings } from './result';
import { areaTable, facilityTable, ringLabel } from './buffer-areas';
import { table } from './table';

interface ExposedRow {
  feature: Feature;
  layer: string;
  id: string;
  name: string;
  distanceM: number;
  ring: number;
  population: number | null;
}

export function bufferResult(app: App, result: BufferResult, actions: { edit: () => void; clear: () => void }): HTMLElement {
  const { rings, total, hazards } = result.summary;
  return h('div', { class: 'result' },
    resultHead(t('buffer.result'), actions),
    chips([t('chip.hazards', { n: count(hazards) }), rings.map((ring) => (ring.to_least === undefined ? distance(ring.to) : ringLabel(ring))).join(' / ')]),
    h('section', { class: 'headline' },
      h('div', { class: 'coverage-figure' },
        h('span', { class: 'big danger', 'data-figure': 'population' }, count(total.population)),
        h('span', { class: 'big-label' }, rings.some((ring) => ring.to_least !== undefined) ? t('buffer.people.own') : t('buffer.people', { to: distance(rings.at(-1)?.to) }),
          h('small', {}, t('buffer.total', { households: count(total.households), area: area(total.area_m2) })))),
      h('div', { class: 'ring-cards' }, rings.map(ringCard))),
    warnings(result.warnings),
    countsTable(result.summary.rings, total),
    areaTable(result.byArea, rings),
    facilityTable(app, result),
    exposedTable(app, exposedRows(result.exposed), rings, result.run.id),
    runFoot(app, result.run));
}

/** Puts rings and exposed features on the map, and the rings' names into the legend. */
export function showBuffer(app: App, legend: LegendCard, result: BufferResult): void {
  legend.ringLabels = result.summary.rings.map(ringLabel);
  const named = (feature: Feature, ring: number | null): Feature => ({
    ...feature,
    properties: { ...feature.properties, ring: ring ?? 0, ring_name: ringName(result.summary.rings, ring) },
  });
  const rings: FeatureCollection = {
    type: 'FeatureCollection',
    // The outermost first, so that the inner ones lie on top.
    features: result.rings.features.map((feature, index) => named(feature, numberOf(feature, 'ring') ?? ringIndex(feature, result.summary.rings) ?? index)).reverse(),
  };
  const exposed = { ...result.exposed, features: result.exposed.features.map((feature) => named(feature, numberOf(feature, 'ring'))) };
  app.overlays.set('rings', rings);
  app.overlays.set('exposed', exposed);
  app.overlays.showOnly(...BUFFER_OVERLAYS);
  app.overlays.zoomTo('rings');
}

function ringIndex(feature: Feature, rings: BufferRing[]): number | null {
  const to = numberOf(feature, 'to') ?? numberOf(feature, 'to_m');
  const index = rings.findIndex((ring) => ring.to === to);
  return index < 0 ? null : index;
}

function ringName(rings: BufferRing[], index: number | null): string | null {
  const ring = index === null ? undefined : rings[index];
  return ring ? ringLabel(ring) : null;
}

function ringCard(ring: BufferRing, index: number): HTMLElement {
  const card = h('div', { class: 'ring-card', 'data-ring': index },
    h('span', { class: 'ring-name' }, ringLabel(ring)),
    h('span', { class: 'figure-value', 'data-figure': 'population' }, count(ring.population)),
    h('span', { class: 'figure-share' }, t('ring.about', { households: count(ring.households), area: area(ring.area_m2) })));
  card.style.setProperty('--swatch', ringColour(index));
  return card;
}

/** Rows: layers; columns: rings and their total. */
function countsTable(rings: BufferRing[], total: BufferResult['summary']['total']): HTMLElement {
  const layers = Object.keys(total.counts);
  const name = (layer: string) => tOr(`layer.${local(layer)}`, layer);
  return h('section', {}, h('h3', {}, t('buffer.counts')),
    table<string>({
      caption: t('buffer.counts'), rows: layers,
      columns: [
        { label: t('csv.layer'), key: name },
        ...rings.map((ring) => ({
          label: ringLabel(ring), numeric: true, key: (layer: string) => ring.counts[layer] ?? 0, cell: (layer: string) => count(ring.counts[layer] ?? 0),
        })),
        { label: t('total'), numeric: true, key: (layer: string) => total.counts[layer] ?? 0, cell: (layer: string) => count(total.counts[layer] ?? 0) },
      ],
    }));
}

function exposedRows(collection: FeatureCollection): ExposedRow[] {
  return collection.features.map((feature) => {
    const id = textOf(feature, 'id') ?? String(feature.id ?? '');
    return {
      feature, id,
      layer: textOf(feature, 'layer') ?? '',
      name: textOf(feature, 'name') ?? id,
      distanceM: numberOf(feature, 'distance_m') ?? 0,
      ring: numberOf(feature, 'ring') ?? 0,
      population: numberOf(feature, 'population'),
    };
  });
}

function exposedTable(app: App, rows: ExposedRow[], rings: BufferRing[], run: string): HTMLElement {
  const title = h('h3', {}, t('exposed.title'), h('span', { class: 'badge' }, count(rows.length)));
  if (rows.length === 0) return h('section', {}, title, h('p', { class: 'empty' }, icon('check', 17), t('exposed.none')));
  const name = (layer: string) => tOr(`layer.${local(layer)}`, layer);
  const save = () => download(`${t('exposed.file')}-${run.slice(0, 8)}.csv`, csv(
    ['layer', 'id', 'name', 'population', 'distance', 'ring', 'nearest'].map((key) => t(`csv.${key}` as 'csv.name')),
    rows.map((row) => [name(row.layer), row.id, row.name, row.population, Math.round(row.distanceM * 10) / 10, ringName(rings, row.ring), textOf(row.feature, 'nearest_hazard')])));
  const pick = (row: ExposedRow) => {
    if (!row.feature.geometry) return;
    app.view.highlight([row.feature.geometry]);
    app.view.flyTo(around(row.feature.geometry.coordinates));
  };
  const holder = h('div');
  const layers = [...new Set(rows.map((row) => row.layer))];
  const draw = (only: string) => fill(holder, table<ExposedRow>({
    caption: t('exposed.title'), rows: only === '' ? rows : rows.filter((row) => row.layer === only), onPick: pick,
    pickLabel: (row) => t('zoom.to', { name: row.name }), sortBy: { column: 2, descending: false },
    columns: [
      { label: t('csv.name'), key: (row) => row.name },
      { label: t('csv.layer'), key: (row) => name(row.layer) },
      { label: t('csv.distance.short'), key: (row) => row.distanceM, cell: (row) => distance(row.distanceM), numeric: true },
      { label: t('csv.population'), key: (row) => row.population, cell: (row) => count(row.population), numeric: true },
    ],
  }));
  draw('');
  const filter = h('select', { 'aria-label': t('csv.layer'), class: 'compact', on: { change: (event) => draw((event.target as HTMLSelectElement).value) } },
    h('option', { value: '' }, t('exposed.all')), layers.map((layer) => h('option', { value: layer }, name(layer))));
  return h('section', { class: 'exposed' },
    h('div', { class: 'section-head' }, title, h('div', { class: 'inline' }, layers.length > 1 ? filter : null,
      h('button', { type: 'button', class: 'slim', id: 'exposed-csv', on: { click: save } }, icon('download', 15), 'CSV'))),
    holder);
}
