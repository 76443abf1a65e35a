/** A coverage result: how many can reach a shelter beside how many get a place, why the rest do not, and where. */

import type { App } from '../app';
import { REASONS, type AreaRow, type CoverageResult, type CoverageSummary, type Reason } from '../api/processes';
import type { FeatureCollection } from '../api/geojson';
import { h, icon } from '../dom';
import { t } from '../i18n';
import { count, percent } from '../i18n/format';
import { COVERAGE_OVERLAYS } from '../map/overlays';
import { STATE_COLOURS } from '../map/styles';
import type { Series } from './chart';
import { demandRows, unserved, type DemandRow } from './coverage-rows';
import { csv, download } from './csv';
import { swatch } from './legend';
import { coverageChips, resultHead, runFoot, warnings } from './result';
import { table } from './table';

const AROUND_DEG = 0.009;

export function coverageResult(app: App, result: CoverageResult, actions: { edit: () => void; clear: () => void }): HTMLElement {
  const rows = demandRows(result);
  return h('div', { class: 'result' },
    resultHead(t('coverage.result'), actions),
    coverageChips(result.run.parameters),
    headline(result.summary),
    reasons(result.summary),
    shelterFigures(result.summary.shelters),
    warnings(result.warnings),
    unservedTable(app, unserved(rows), result.run.id),
    areaTable(result.byArea, result.run),
    overlayChoice(app),
    runFoot(app, result.run));
}

/** Puts settlements, shelters and catchments of the result on the map. */
export function showCoverage(app: App, result: CoverageResult): void {
  const byId = new Map(demandRows(result).map((row) => [row.id, row]));
  const demand: FeatureCollection = {
    type: 'FeatureCollection',
    features: result.demand.features.map((feature) => {
      const row = byId.get(String(feature.properties?.id ?? feature.id));
      return {
        ...feature,
        properties: { ...feature.properties, assigned: row?.assigned, reason: row?.reason ?? null, unassigned_persons: row?.unassigned },
      };
    }),
  };
  app.overlays.set('catchments', result.catchments);
  app.overlays.set('demand', demand);
  app.overlays.set('shelters', result.shelters);
  app.overlays.showOnly(...COVERAGE_OVERLAYS);
  app.overlays.zoomTo('demand');
}

function headline(summary: CoverageSummary): HTMLElement {
  const figure = (kind: string, value: number, label: string, share: number | null) => {
    const bar = h('span', { class: `bar ${kind}` });
    bar.style.setProperty('--share', String(share ?? 0));
    return h('div', { class: 'figure', 'data-figure': kind },
      h('span', { class: 'figure-label' }, label),
      h('span', { class: 'figure-value' }, count(value)),
      bar,
      h('span', { class: 'figure-share' }, t('share.of', { share: percent(share) })));
  };
  const share = summary.population > 0 ? summary.reachable / summary.population : null;
  return h('section', { class: 'headline' },
    h('div', { class: 'coverage-figure' },
      h('span', { class: 'big', 'data-figure': 'coverage' }, percent(summary.coverage)),
      h('span', { class: 'big-label' }, t('coverage.share'), h('small', {}, t('coverage.population', { n: count(summary.population) })))),
    h('div', { class: 'figures' },
      figure('reachable', summary.reachable, t('coverage.reachable'), share),
      figure('assigned', summary.assigned, t('coverage.assigned'), summary.coverage)));
}

/** Everybody in one bar: those with a place and, by reason, those without. The numbers add up to the population. */
function reasons(summary: CoverageSummary): HTMLElement {
  const parts: { key: Reason | 'assigned'; label: string; persons: number }[] = [
    { key: 'assigned', label: t('state.assigned'), persons: summary.assigned },
    ...REASONS.map((key) => ({ key, label: t(`reason.${key}`), persons: summary.unassigned[key] })),
  ];
  const bar = h('div', { class: 'stack', 'aria-hidden': 'true' }, parts.filter((part) => part.persons > 0).map((part) => {
    const piece = h('span');
    piece.style.flexGrow = String(part.persons);
    piece.style.background = STATE_COLOURS[part.key];
    return piece;
  }));
  return h('section', {}, h('h3', {}, t('coverage.reasons')), bar,
    h('ul', { class: 'swatches numbers' }, parts.map((part) => {
      const item = swatch('dot', STATE_COLOURS[part.key], part.label);
      item.appendChild(h('b', { 'data-reason': part.key }, count(part.persons)));
      return item;
    })));
}

function shelterFigures(shelters: CoverageSummary['shelters']): HTMLElement {
  const left = Object.entries(shelters.excluded).filter(([, number]) => number > 0);
  return h('section', {}, h('h3', {}, t('coverage.shelters.used')),
    h('dl', { class: 'facts' },
      [[t('shelters.usable'), count(shelters.usable), 'usable'], [t('shelters.capacity'), count(shelters.capacity), 'capacity'], [t('shelters.used'), count(shelters.used), 'used']]
        .map(([label, value, key]) => h('div', {}, h('dt', {}, label), h('dd', { 'data-shelters': key }, value)))),
    left.length === 0 ? null : h('p', { class: 'muted small' }, t('shelters.excluded'), ' ',
      left.map(([reason, number]) => t('shelters.excluded.one', { reason: t(`excluded.${reason}` as 'excluded.unsuited'), n: number })).join(t('list.comma'))));
}

function unservedTable(app: App, rows: DemandRow[], run: string): HTMLElement {
  const head = (children: HTMLElement | null) => h('div', { class: 'section-head' }, h('h3', {}, t('unserved.title'), h('span', { class: 'badge' }, count(rows.length))), children);
  if (rows.length === 0) return h('section', {}, head(null), h('p', { class: 'empty' }, icon('check', 17), t('unserved.none')));
  const zoom = (row: DemandRow) => {
    if (row.lon === null || row.lat === null) return;
    app.view.highlight([{ type: 'Point', coordinates: [row.lon, row.lat] }]);
    app.view.flyTo([row.lon - AROUND_DEG, row.lat - AROUND_DEG, row.lon + AROUND_DEG, row.lat + AROUND_DEG]);
  };
  const header = ['id', 'name', 'area', 'population', 'assigned', 'unassigned', 'reason', 'lon', 'lat'].map((key) => t(`csv.${key}` as 'csv.name'));
  const save = () => download(`${t('unserved.file')}-${run.slice(0, 8)}.csv`, csv(header, rows.map((row) => [
    row.id, row.name, row.area, row.population, row.assigned, row.unassigned, row.reason ? t(`reason.${row.reason}`) : null, row.lon, row.lat,
  ])));
  return h('section', { class: 'unserved' },
    head(h('button', { type: 'button', class: 'slim', id: 'unserved-csv', on: { click: save } }, icon('download', 15), 'CSV')),
    table<DemandRow>({
      caption: t('unserved.title'), rows, onPick: zoom, pickLabel: (row) => t('zoom.to', { name: row.name }), sortBy: { column: 2, descending: true },
      columns: [
        { label: t('csv.name'), key: (row) => row.name },
        { label: t('csv.area'), key: (row) => row.area },
        { label: t('unserved.persons'), key: (row) => row.unassigned, cell: (row) => count(row.unassigned), numeric: true },
        { label: t('csv.reason'), key: (row) => row.reason, cell: (row) => reasonTag(row.reason) },
      ],
    }));
}

function reasonTag(reason: Reason | null): HTMLElement {
  const tag = h('span', { class: 'reason-tag' }, reason ? t(`reason.${reason}`) : '–');
  if (reason) tag.style.setProperty('--swatch', STATE_COLOURS[reason]);
  return tag;
}

/** The reason that most of those without a place have. */
function mainReason(row: AreaRow): Reason | null {
  const most = REASONS.reduce((one, other) => (row.unassigned[other] > row.unassigned[one] ? other : one));
  return row.unassigned[most] > 0 ? most : null;
}

function areaTable(rows: AreaRow[], run: CoverageResult['run']): HTMLElement {
  const tiers = run.parameters.groupBy === 'tier';
  const name = (row: AreaRow) => (tiers ? t(`tier.${row.code ?? 'none'}` as 'tier.none') : row.name ?? row.code ?? t('area.none'));
  const save = () => download(`${t('area.file')}-${run.id.slice(0, 8)}.csv`, csv(
    [t('csv.code'), t('csv.area'), t('csv.population'), t('coverage.reachable'), t('csv.assigned'), t('csv.coverage'), ...REASONS.map((reason) => t(`reason.${reason}`))],
    rows.map((row) => [row.code, name(row), row.population, row.reachable, row.assigned, row.coverage, ...REASONS.map((reason) => row.unassigned[reason])])));
  const charted = rows.length <= 40 ? rows.filter((row) => row.population > 0) : [];
  return h('section', { class: 'by-area' },
    h('div', { class: 'section-head' }, h('h3', {}, t('area.title')),
      h('button', { type: 'button', class: 'slim', on: { click: save } }, icon('download', 15), 'CSV')),
    charted.length === 0 ? null : [
      h('ul', { class: 'swatches inline-list' },
        swatch('dot', STATE_COLOURS.assigned, t('state.assigned')), swatch('dot', STATE_COLOURS.no_capacity, t('area.no_place')), swatch('dot', '#b9c3c8', t('area.unreachable'))),
      stackedBars(charted.map(name), [
        { label: t('state.assigned'), colour: STATE_COLOURS.assigned, values: charted.map((row) => row.assigned) },
        { label: t('area.no_place'), colour: STATE_COLOURS.no_capacity, values: charted.map((row) => row.reachable - row.assigned) },
        { label: t('area.unreachable'), colour: '#b9c3c8', values: charted.map((row) => row.population - row.reachable) },
      ], t('area.title')),
    ],
    table<AreaRow>({
      caption: t('area.title'), rows,
      columns: [
        { label: t('csv.area'), key: name },
        { label: t('csv.population'), key: (row) => row.population, cell: (row) => count(row.population), numeric: true },
        { label: t('coverage.reachable'), key: (row) => row.reachable, cell: (row) => count(row.reachable), numeric: true },
        { label: t('csv.assigned'), key: (row) => row.assigned, cell: (row) => count(row.assigned), numeric: true },
        { label: t('csv.coverage'), key: (row) => row.coverage, cell: (row) => percent(row.coverage), numeric: true },
        { label: t('csv.reason'), key: mainReason, cell: (row) => reasonTag(mainReason(row)) },
      ],
    }));
}

/** Horizontal stacked bars, one for each label. `summary` is for those who cannot see them. */
function stackedBars(labels: string[], series: Series[], summary: string): HTMLElement {
  const canvas = h('canvas', { role: 'img', 'aria-label': summary });
  const holder = h('div', { class: 'chart' }, canvas);
  holder.style.height = `${labels.length * 19 + 34}px`;
  void import('./chart').then(({ drawStackedBars }) => {
    if (canvas.isConnected) drawStackedBars(canvas, labels, series);
  });
  return holder;
}

function overlayChoice(app: App): HTMLElement {
  return h('section', {}, h('h3', {}, t('overlay.title')),
    (['demand', 'shelters', 'catchments'] as const).map((name) => h('label', { class: 'check' },
      h('input', {
        type: 'checkbox', checked: app.overlays.isVisible(name),
        on: { change: (event) => app.overlays.setVisible(name, (event.target as HTMLInputElement).checked) },
      }), h('span', { class: 'check-text' }, t(`overlay.${name}`)))),
    h('label', { class: 'check' },
      h('input', { type: 'checkbox', checked: !app.overlays.quiet, on: { change: (event) => app.overlays.setQuiet(!(event.target as HTMLInputElement).checked) } }),
      h('span', { class: 'check-text' }, t('overlay.others'))));
}
