/** The forest on one day: the danger from each township's weather, belts, people in and at it, shared borders, fires. */

import type { App } from '../app';
import type { ForestResult } from '../api/checks';
import { asProblem } from '../api/http';
import { numberOf, textOf } from '../api/geojson';
import { fetchTownships, type Township } from '../api/warnings';
import { h } from '../dom';
import { t, tOr } from '../i18n';
import { count, decimal, distance } from '../i18n/format';
import { fireColour } from '../map/styles';
import { dayField, featureTable, figureCard, given, metresField, plain, standardsList, type CheckKind, type Texts } from './check-parts';
import { fieldset } from './coverage';
import { field, numberInput, problemBox } from './form';
import { table } from './table';

export function forestFire(app: App, redraw: () => void): CheckKind<ForestResult> {
  const texts: Texts = {};
  const weather = new Map<string, string>();
  let everywhere = '';
  let townships: Township[] | null = null;
  let trouble: HTMLElement | null = null;

  const load = async () => {
    if (townships !== null) return;
    townships = [];
    try {
      townships = await fetchTownships();
    } catch (failure) {
      trouble = problemBox(asProblem(failure));
    }
    redraw();
  };

  return {
    process: 'forest-fire',
    fields: () => {
      void load();
      return [
        h('fieldset', { 'data-input': 'weather' }, h('legend', {}, t('forest.weather')),
          field({ label: t('forest.weather.all'), hint: t('forest.weather.hint') }, numberInput(everywhere, (text) => { everywhere = text; }, { min: '0', id: 'forest-weather' })),
          trouble,
          h('details', {}, h('summary', {}, t('forest.weather.each', { n: count(townships?.length ?? 0) })),
            h('div', { class: 'fields' }, (townships ?? []).map((one) => field({ label: one.name ?? one.code, input: `weather.${one.code}` },
              numberInput(weather.get(one.code) ?? '', (text) => weather.set(one.code, text), { min: '0', placeholder: t('forest.weather.same') }))))),
          h('p', { class: 'field-error', role: 'alert' })),
        fieldset(t('check.rules'), metresField(texts, 'edge_m', t('forest.edge'), t('forest.edge.hint')), dayField(texts)),
      ];
    },
    inputs: () => {
      const indexes: Record<string, number> = {};
      for (const one of townships ?? []) {
        const text = (weather.get(one.code) ?? '').trim() === '' ? everywhere : (weather.get(one.code) ?? '');
        if (text.trim() !== '') indexes[one.code] = Number(text);
      }
      return { ...given(texts), ...(Object.keys(indexes).length > 0 ? { weather: indexes } : {}) };
    },
    onMap: (result) => ({
      type: 'FeatureCollection',
      features: [
        ...plain(result.zones.features, ['name', 'danger_class', 'danger_today', 'area_m2', 'fires'],
          (zone) => ({ fire: numberOf(zone, 'danger_today') ?? numberOf(zone, 'danger_class') })),
        ...plain(result.borders.features, ['zone_name', 'name_a', 'name_b', 'length_m'], (border) => ({ name: `${textOf(border, 'name_a') ?? ''} – ${textOf(border, 'name_b') ?? ''}`, severity: 'notice' })),
      ],
    }),
    result: (_, result) => {
      const { summary } = result;
      const today = Object.keys(summary.zones_by_class_today).some((one) => one !== 'unknown');
      const classes = Object.entries(today ? summary.zones_by_class_today : summary.zones_by_class);
      const people = (key: 'in_the_forest' | 'at_its_edge') =>
        figureCard(t(`forest.${key}`), count(summary[key].population), t('forest.settlements', { n: count(summary[key].settlements), households: count(summary[key].households) }), '#7a8b2f', key);
      return [
        h('section', { class: 'headline' },
          h('h3', {}, t(today ? 'forest.today' : 'forest.classes')),
          h('div', { class: 'ring-cards' }, classes.map(([name, number]) =>
            figureCard(tOr(`fire.${name}`, t('forest.unknown')), count(number), t('forest.zones'), fireColour(name === 'unknown' ? null : Number(name)), `class-${name}`)))),
        h('section', { class: 'headline' }, h('h3', {}, t('forest.people')), h('div', { class: 'ring-cards' }, people('in_the_forest'), people('at_its_edge'))),
        belts(summary.belts),
        featureTable(app, {
          key: 'borders', title: t('forest.borders'), none: t('forest.borders.none'), rows: result.borders.features, sortBy: { column: 2, descending: true },
          columns: [
            { label: t('forest.zone'), key: (row) => textOf(row, 'zone_name') },
            { label: t('forest.townships'), key: (row) => `${textOf(row, 'name_a') ?? ''} – ${textOf(row, 'name_b') ?? ''}` },
            { label: t('forest.length'), key: (row) => numberOf(row, 'length_m'), cell: (row) => distance(numberOf(row, 'length_m')), numeric: true },
          ],
        }),
        featureTable(app, {
          key: 'edge', title: t('forest.edge.title'), none: t('forest.edge.none'), rows: result.edge.features,
          columns: [
            { label: t('csv.name'), key: (row) => textOf(row, 'name') },
            { label: t('forest.zone'), key: (row) => textOf(row, 'zone_name') },
            { label: t('csv.distance.short'), key: (row) => numberOf(row, 'distance_m'), cell: (row) => (row.properties?.inside === true ? t('forest.inside') : distance(numberOf(row, 'distance_m'))), numeric: true },
            { label: t('csv.population'), key: (row) => numberOf(row, 'population'), cell: (row) => count(numberOf(row, 'population')), numeric: true },
          ],
        }),
        fires(result.fires),
        standardsList(summary.standards),
      ];
    },
  };
}

function belts(rows: ForestResult['summary']['belts']): HTMLElement {
  type Row = (typeof rows)[number];
  if (rows.length === 0) return h('section', {}, h('h3', {}, t('forest.belts')), h('p', { class: 'empty' }, t('forest.belts.none')));
  return h('section', { 'data-section': 'belts' }, h('h3', {}, t('forest.belts')), table<Row>({
    caption: t('forest.belts'), rows,
    columns: [
      { label: t('sites.kind'), key: (row) => row.kind ?? '–' },
      { label: t('forest.km'), key: (row) => row.length_km, cell: (row) => decimal(row.length_km, 2), numeric: true },
      { label: t('forest.mu'), key: (row) => row.area_mu, cell: (row) => decimal(row.area_mu, 1), numeric: true },
    ],
  }));
}

function fires(rows: ForestResult['fires']): HTMLElement {
  type Row = (typeof rows)[number];
  if (rows.length === 0) return h('section', {}, h('h3', {}, t('forest.fires')), h('p', { class: 'empty' }, t('forest.fires.none')));
  return h('section', { 'data-section': 'fires' }, h('h3', {}, t('forest.fires')), table<Row>({
    caption: t('forest.fires'), rows,
    columns: [
      { label: t('forest.year'), key: (row) => row.year ?? t('forest.unknown') },
      { label: t('forest.fires.inside'), key: (row) => row.inside, numeric: true },
      { label: t('forest.fires.outside'), key: (row) => row.outside, numeric: true },
    ],
  }));
}
