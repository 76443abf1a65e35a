/** What a warning would mean: what closes, who leaves in what order, whether they find a place, what else is to be done. */

import type { App } from '../app';
import type { ImpactResult } from '../api/warnings';
import type { Feature } from '../api/geojson';
import { h, icon } from '../dom';
import { t, tOr } from '../i18n';
import { count, distance, percent } from '../i18n/format';
import { csv, download } from './csv';
import { chips, resultHead, runFoot, warnings } from './result';
import { table } from './table';

const AROUND_DEG = 0.009;

interface Actions {
  edit: () => void;
  clear: () => void;
  issue: () => void;
  draft: () => void;
}

export function impactResult(app: App, result: ImpactResult, actions: Actions): HTMLElement {
  const { summary, coverage } = result;
  const fact = (key: string, label: string, value: string) => h('div', {}, h('dt', {}, label), h('dd', { 'data-impact': key }, value));
  const { level, hazard } = result.run.parameters as { level: string; hazard: string };
  return h('div', { class: 'result' },
    resultHead(t('warnings.result'), actions),
    chips([tOr(`level.${level}`, level), tOr(`hazard.${hazard}`, hazard)]),
    h('section', { class: 'headline' }, h('div', { class: 'coverage-figure' },
      h('span', { class: 'big', 'data-impact': 'moving' }, count(summary.moving_persons)),
      h('span', { class: 'big-label' }, t('warnings.moving'), h('small', {}, t('warnings.moving.of', {
        n: count(summary.moving_settlements), vulnerable: count(summary.moving_vulnerable), population: count(summary.population),
      }))))),
    h('section', {}, h('dl', { class: 'facts' },
      fact('placed', t('warnings.placed'), `${count(coverage.summary.assigned)} · ${percent(coverage.summary.coverage)}`),
      fact('zones', t('warnings.zones'), count(summary.zones)),
      fact('points', t('warnings.points'), count(summary.points)),
      fact('closures', t('warnings.closed.areas'), count(result.closures.features.filter((one) => !one.properties?.road_classes).length)),
      fact('roads', t('warnings.closed.roads'), `${count(summary.closed_roads)} + ${t('warnings.partly', { n: count(summary.partly_closed_roads) })}`))),
    h('section', {},
      h('button', { type: 'button', class: 'primary wide', id: 'warning-issue', on: { click: actions.issue } }, icon('warning', 15), t('warnings.issue')),
      h('button', { type: 'button', class: 'wide', id: 'warning-draft', on: { click: actions.draft } }, t('drafts.save'))),
    warnings(result.warnings),
    steps(result),
    moveTable(app, result),
    runFoot(app, result.run));
}

function steps(result: ImpactResult): HTMLElement | null {
  if (result.steps.length === 0) return null;
  return h('section', {}, h('h3', {}, t('warnings.steps')),
    h('dl', { class: 'steps' }, result.steps.map((one) => h('div', {}, h('dt', {}, one.step), h('dd', {}, one.text)))));
}

function moveTable(app: App, result: ImpactResult): HTMLElement {
  const rows = result.move.features;
  const text = (row: Feature, key: string) => (row.properties?.[key] ?? null) as string | null;
  const number = (row: Feature, key: string) => (row.properties?.[key] ?? null) as number | null;
  const keys = ['place', 'name', 'population', 'vulnerable', 'why', 'near_id', 'distance_m', 'admin_code', 'id'];
  const save = () => download(`${t('warnings.file')}-${result.run.id.slice(0, 8)}.csv`,
    csv(keys.map((key) => t(`move.${key}` as 'move.place')), rows.map((row) => keys.map((key) => (row.properties?.[key] ?? null) as string | number | null))));
  const zoom = (row: Feature) => {
    if (row.geometry?.type !== 'Point') return;
    const [lon, lat] = row.geometry.coordinates as [number, number];
    app.view.highlight([row.geometry]);
    app.view.flyTo([lon - AROUND_DEG, lat - AROUND_DEG, lon + AROUND_DEG, lat + AROUND_DEG]);
  };
  return h('section', { class: 'move' },
    h('div', { class: 'section-head' }, h('h3', {}, t('warnings.move'), h('span', { class: 'badge' }, count(rows.length))),
      rows.length === 0 ? null : h('button', { type: 'button', class: 'slim', id: 'move-csv', on: { click: save } }, icon('download', 15), 'CSV')),
    rows.length === 0 ? h('p', { class: 'empty' }, t('warnings.move.none')) : table<Feature>({
      caption: t('warnings.move'), rows, onPick: zoom, pickLabel: (row) => t('zoom.to', { name: text(row, 'name') ?? '' }),
      columns: [
        { label: t('move.place'), key: (row) => number(row, 'place'), numeric: true },
        { label: t('move.name'), key: (row) => text(row, 'name') },
        { label: t('move.population'), key: (row) => number(row, 'population'), numeric: true },
        { label: t('move.why'), key: (row) => text(row, 'why') },
        { label: t('move.distance_m'), key: (row) => number(row, 'distance_m'), cell: (row) => distance(number(row, 'distance_m') ?? 0), numeric: true },
      ],
    }));
}
