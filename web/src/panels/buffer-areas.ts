/** Parts of a buffer result: townships, and schools, hospitals and shelters by distance. */

import type { App } from '../app';
import { around, textOf } from '../api/geojson';
import type { BufferArea, BufferFacility, BufferResult, BufferRing } from '../api/processes';
import { h, icon } from '../dom';
import { t, tOr } from '../i18n';
import { count, decimal, distance } from '../i18n/format';
import { local } from '../layers/contract';
import { table } from './table';

/** From where to where a ring goes. */
export function ringLabel(ring: BufferRing): string {
  return ring.to_least === undefined ? `${count(ring.from)}–${count(ring.to)} m` : `≤ ${count(ring.to_least)}–${count(ring.to)} m`;
}

/** Rows: townships; columns: people by ring, and the roads and forests in all rings. */
export function areaTable(areas: BufferArea[], rings: BufferRing[]): HTMLElement {
  const title = h('div', { class: 'section-head' }, h('h3', {}, t('buffer.areas'), h('span', { class: 'badge' }, count(areas.length))));
  if (areas.length === 0) return h('section', { 'data-section': 'areas' }, title, h('p', { class: 'empty' }, icon('check', 17), t('buffer.areas.none')));
  const sum = (area: BufferArea, key: 'lengths_m' | 'areas_m2', layer: string) => area.rings.reduce((all, ring) => all + (ring[key][layer] ?? 0), 0);
  const measured = (label: string, key: 'lengths_m' | 'areas_m2', layer: string, unit: number) =>
    areas.some((area) => sum(area, key, layer) > 0)
      ? [{ label, numeric: true, key: (area: BufferArea) => sum(area, key, layer), cell: (area: BufferArea) => decimal(sum(area, key, layer) / unit, 1) }] : [];
  return h('section', { 'data-section': 'areas' }, title, table<BufferArea>({
    caption: t('buffer.areas'), rows: areas,
    columns: [
      { label: t('csv.area'), key: (area) => area.name ?? area.code ?? t('buffer.outside_areas') },
      ...rings.map((ring, index) => ({
        label: ringLabel(ring), numeric: true, key: (area: BufferArea) => area.rings[index]?.population ?? 0, cell: (area: BufferArea) => count(area.rings[index]?.population ?? 0),
      })),
      ...measured(t('buffer.roads'), 'lengths_m', 'risk:road', 1000),
      ...measured(t('buffer.forest'), 'areas_m2', 'risk:fire_zone', 1e6),
    ],
  }));
}

export function facilityTable(app: App, result: BufferResult): HTMLElement {
  const title = h('div', { class: 'section-head' }, h('h3', {}, t('buffer.facilities'), h('span', { class: 'badge' }, count(result.facilities.length))));
  if (result.facilities.length === 0) return h('section', { 'data-section': 'facilities' }, title, h('p', { class: 'empty' }, icon('check', 17), t('buffer.facilities.none')));
  const pick = (row: BufferFacility) => {
    const feature = result.exposed.features.find((one) => textOf(one, 'id') === row.id && textOf(one, 'layer') === row.layer);
    if (!feature?.geometry) return;
    app.view.highlight([feature.geometry]);
    app.view.flyTo(around(feature.geometry.coordinates));
  };
  return h('section', { 'data-section': 'facilities' }, title, table<BufferFacility>({
    caption: t('buffer.facilities'), rows: result.facilities, onPick: pick, pickLabel: (row) => t('zoom.to', { name: row.name ?? row.id }),
    columns: [
      { label: t('csv.name'), key: (row) => row.name ?? row.id },
      { label: t('sites.kind'), key: (row) => tOr(`facility.${row.kind ?? local(row.layer)}`, row.kind ?? tOr(`layer.${local(row.layer)}`, row.layer)) },
      { label: t('csv.distance.short'), key: (row) => row.distance_m, cell: (row) => distance(row.distance_m), numeric: true },
    ],
  }));
}
