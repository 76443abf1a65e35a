/** What the checks' panels share: one field for a number that the standards table else gives, and pieces of results. */

import type { App } from '../app';
import type { CheckResult, UsedStandard } from '../api/checks';
import type { Feature, FeatureCollection } from '../api/geojson';
import { numberOf, textOf } from '../api/geojson';
import { h, icon } from '../dom';
import { t, tOr } from '../i18n';
import { count, decimal } from '../i18n/format';
import { csv, download } from './csv';
import { field, numberInput } from './form';
import { table } from './table';

/** One of the checks: its form, its answer as a panel and on the map. */
export interface CheckKind<Result extends CheckResult> {
  process: string;
  fields(app: App, redraw: () => void): HTMLElement[];
  inputs(): Record<string, unknown>;
  result(app: App, result: Result): (HTMLElement | null)[];
  onMap(result: Result): FeatureCollection;
}

/** Texts of inputs by name: numbers, and the day. */
export type Texts = Record<string, string>;

export function metresField(texts: Texts, input: string, label: string, hint: string): HTMLElement {
  return field({ label, input, hint, unit: 'm' },
    numberInput(texts[input] ?? '', (text) => { texts[input] = text; }, { min: '0', placeholder: t('check.standard'), id: `check-${input}` }));
}

export function dayField(texts: Texts): HTMLElement {
  return field({ label: t('check.day'), input: 'day', hint: t('check.day.hint') },
    h('input', { type: 'date', value: texts.day ?? '', on: { input: (event) => { texts.day = (event.target as HTMLInputElement).value; } } }));
}

/** Inputs that were filled in; numbers as numbers. */
export function given(texts: Texts): Record<string, unknown> {
  const inputs: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(texts)) {
    if (text.trim() !== '') inputs[name] = name === 'day' ? text : Number(text);
  }
  return inputs;
}

export function figureCard(name: string, value: string, about: string, colour: string, key: string): HTMLElement {
  const card = h('div', { class: 'ring-card', 'data-check': key },
    h('span', { class: 'ring-name' }, name), h('span', { class: 'figure-value' }, value), h('span', { class: 'figure-share' }, about));
  card.style.setProperty('--swatch', colour);
  return card;
}

/** Every threshold that was used, with where it comes from and how sure it is. */
export function standardsList(standards: UsedStandard[]): HTMLElement {
  const value = (row: UsedStandard) => {
    const unit = row.unit === null ? '' : ` ${row.unit}`;
    const range = row.lower !== null || row.upper !== null
      ? `${row.lower === null ? '' : `≥ ${decimal(row.lower, 1)}`}${row.upper === null ? '' : ` < ${decimal(row.upper, 1)}`}${unit}` : '';
    return [range, row.value === null ? '' : `${decimal(row.value, 1)}${range === '' ? unit : ''}`].filter((text) => text !== '').join(' → ');
  };
  return h('section', {}, h('details', { class: 'standards-used' }, h('summary', {}, t('check.standards', { n: count(standards.length) })),
    table<UsedStandard>({
      caption: t('check.standards', { n: count(standards.length) }), rows: standards,
      columns: [
        { label: t('check.standard.name'), key: (row) => row.label },
        { label: t('check.standard.value'), key: (row) => row.value ?? row.lower, cell: value },
        { label: t('check.standard.source'), key: (row) => row.source },
        { label: t('check.standard.certainty'), key: (row) => row.certainty, cell: (row) => tOr(`certainty.${row.certainty}`, row.certainty) },
      ],
    })));
}

/** A titled table of features that the map goes to when one is picked, and as a file. */
export function featureTable(
  app: App,
  options: {
    key: string; title: string; none: string; rows: Feature[]; sortBy?: { column: number; descending: boolean };
    columns: { label: string; key: (row: Feature) => string | number | null; cell?: (row: Feature) => Node | string; numeric?: boolean }[];
  },
): HTMLElement {
  const { rows, columns, title } = options;
  const head = h('h3', {}, title, h('span', { class: 'badge' }, count(rows.length)));
  if (rows.length === 0) return h('section', { 'data-section': options.key }, head, h('p', { class: 'empty' }, icon('check', 17), options.none));
  const save = () => download(`${title}.csv`, csv(['id', ...columns.map((column) => column.label)], rows.map((row) => [textOf(row, 'id') ?? String(row.id ?? ''), ...columns.map((column) => column.key(row))])));
  return h('section', { 'data-section': options.key },
    h('div', { class: 'section-head' }, head, h('button', { type: 'button', class: 'slim', 'data-action': `${options.key}-csv`, on: { click: save } }, icon('download', 15), 'CSV')),
    table<Feature>({
      caption: title, rows, columns, onPick: (row) => go(app, row), pickLabel: (row) => t('zoom.to', { name: textOf(row, 'name') ?? '' }),
      ...(options.sortBy ? { sortBy: options.sortBy } : {}),
    }));
}

function go(app: App, feature: Feature): void {
  if (!feature.geometry) return;
  const box: [number, number, number, number] = [180, 90, -180, -90];
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] !== 'number') return value.forEach(visit);
    const [lon, lat] = value as [number, number];
    box[0] = Math.min(box[0], lon); box[1] = Math.min(box[1], lat); box[2] = Math.max(box[2], lon); box[3] = Math.max(box[3], lat);
  };
  visit(feature.geometry.coordinates);
  app.view.highlight([feature.geometry]);
  app.view.flyTo([box[0] - 0.006, box[1] - 0.006, box[2] + 0.006, box[3] + 0.006]);
}

/** A property's number with its sign. */
export function signed(feature: Feature, name: string): string {
  const value = numberOf(feature, name);
  return value === null ? '–' : value > 0 ? `+${count(value)}` : count(value);
}

/** Features for the map: only what a popup can say. */
export function plain(features: Feature[], names: string[], more: (feature: Feature) => Record<string, unknown> = () => ({})): Feature[] {
  return features.map((feature) => ({
    ...feature,
    properties: { ...Object.fromEntries(names.map((name) => [name, feature.properties?.[name] ?? null])), ...more(feature) },
  }));
}
