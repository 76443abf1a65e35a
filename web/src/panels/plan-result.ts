/** Results of the tab of planning: a few figures, a table that leads to the map, the run. */

import type { App } from '../app';
import type { CoverageSummary, Run, Warning } from '../api/processes';
import { EMPTY, numberOf, textOf, type Feature, type FeatureCollection } from '../api/geojson';
import { h, icon } from '../dom';
import { t, tOr } from '../i18n';
import { count, distance, duration, percent } from '../i18n/format';
import { PLAN_OVERLAYS, type OverlayName } from '../map/overlays';
import { csv, download } from './csv';
import type { Task } from './plan-inputs';
import { resultHead, runFoot, warnings } from './result';
import { table, type Column } from './table';

/** The outputs of the five processes, as far as the page shows them. */
export interface PlanResult {
  run: Run;
  warnings: Warning[];
  summary?: Record<string, unknown>;
  sites?: FeatureCollection;
  before?: CoverageSummary;
  after?: CoverageSummary;
  gap?: number;
  bound?: { adds: number; at_most: number; unit: string; candidates: number };
  circles?: FeatureCollection;
  stations?: FeatureCollection;
  demand?: FeatureCollection;
  gaps?: { demand_id: string; name: string | null; population: number; travel_time_s: number | null }[];
  routes?: FeatureCollection;
  without?: { demand_id: string; name: string | null; persons: number; reason: string }[];
  changes?: FeatureCollection;
  components?: FeatureCollection;
  dead_ends?: FeatureCollection;
  near_misses?: FeatureCollection;
  unsnapped?: FeatureCollection;
}

const AROUND_DEG = 0.009;

/** Puts a result on the map. */
export function showPlan(app: App, task: Task, result: PlanResult): void {
  app.overlays.clear(...PLAN_OVERLAYS);
  const shown: OverlayName[] = task === 'siting' ? ['sites'] : task === 'circles' ? ['circles'] : task === 'routes' ? ['routes'] : task === 'compare' ? ['changes'] : ['network'];
  const collections: Record<Task, FeatureCollection | undefined> = {
    siting: result.sites,
    // the widest first, so that the narrower ones lie upon it
    circles: result.circles && { ...result.circles, features: [...result.circles.features].reverse() },
    routes: result.routes,
    compare: result.changes,
    topology: { type: 'FeatureCollection', features: [...(result.near_misses?.features ?? []), ...(result.unsnapped?.features ?? [])] },
  };
  app.overlays.set(shown[0] as OverlayName, collections[task] ?? EMPTY);
  app.overlays.showOnly(...shown);
  app.overlays.zoomTo(...shown);
}

export function planResult(app: App, task: Task, result: PlanResult, actions: { edit: () => void; clear: () => void }): HTMLElement {
  const parts = { siting, circles, routes, compare, topology }[task](app, result);
  return h('div', { class: 'result plan-result', 'data-task': task },
    resultHead(t(`plan.${task}`), actions), parts, warnings(result.warnings), runFoot(app, result.run));
}

function facts(entries: [key: string, label: string, value: string][]): HTMLElement {
  return h('dl', { class: 'facts' }, entries.map(([key, label, value]) => h('div', {}, h('dt', {}, label), h('dd', { 'data-plan': key }, value))));
}

function siting(app: App, result: PlanResult): HTMLElement[] {
  const { before, after, bound } = result;
  const persons = bound?.unit === 'persons';
  return [
    h('section', {},
      facts([
        ['before', t('plan.before'), count(before?.assigned ?? 0)],
        ['after', t('plan.after'), count(after?.assigned ?? 0)],
        ['gap', t('plan.gap'), percent(result.gap ?? null)],
      ]),
      h('p', { class: 'muted small' }, t('plan.bound', { n: count(bound?.candidates ?? 0) }))),
    rows(app, t('plan.sites'), t('plan.sites.none'), result.sites?.features ?? [], [
      { label: t('plan.rank'), key: (one) => numberOf(one, 'rank'), numeric: true },
      { label: t('csv.name'), key: (one) => textOf(one, 'name', 'id') },
      numberColumn(persons ? t('plan.adds') : t('plan.adds.time'), 'adds'),
      numberColumn(t('plan.total'), 'total'),
    ]),
  ];
}

function circles(app: App, result: PlanResult): HTMLElement[] {
  const summary = result.summary ?? {};
  const population = Number(summary.population ?? 0);
  const inside = (summary.inside ?? []) as { limit_s: number; population: number }[];
  const places = new Map((result.demand?.features ?? []).map((feature) => [String(feature.id), feature]));
  const gaps: Feature[] = (result.gaps ?? []).map((gap) => ({
    type: 'Feature', id: gap.demand_id, geometry: places.get(gap.demand_id)?.geometry ?? null, properties: { ...gap },
  }));
  return [
    h('section', {},
      h('div', { class: 'figures' }, inside.map((one) => {
        const share = population > 0 ? one.population / population : null;
        const bar = h('span', { class: 'bar reachable' });
        bar.style.setProperty('--share', String(share ?? 0));
        return h('div', { class: 'figure', 'data-limit': one.limit_s },
          h('span', { class: 'figure-label' }, `≤ ${duration(one.limit_s)}`), h('span', { class: 'figure-value' }, count(one.population)), bar,
          h('span', { class: 'figure-share' }, t('share.of', { share: percent(share) })));
      })),
      facts([['stations', t('plan.stations'), count(Number(summary.stations ?? 0))], ['outside', t('plan.outside'), count(Number(summary.outside ?? 0))]])),
    rows(app, t('plan.gaps'), t('plan.gaps.none'), gaps, [
      { label: t('csv.name'), key: (one) => textOf(one, 'name', 'demand_id') },
      numberColumn(t('csv.population'), 'population'),
      durationColumn(t('plan.arrival'), 'travel_time_s'),
    ]),
  ];
}

function routes(app: App, result: PlanResult): HTMLElement[] {
  const ways = result.routes?.features ?? [];
  const without = (result.without ?? []).reduce((sum, one) => sum + one.persons, 0);
  return [
    h('section', {}, facts([
      ['routes', t('plan.routes.count'), count(ways.length)],
      ['persons', t('plan.routes.persons'), count(ways.reduce((sum, one) => sum + (numberOf(one, 'persons') ?? 0), 0))],
      ['without', t('plan.routes.without'), count(without)],
    ])),
    rows(app, t('plan.routes'), t('plan.routes.none'), ways, [
      { label: t('csv.name'), key: (one) => textOf(one, 'name', 'demand_id') },
      { label: t('plan.routes.shelter'), key: (one) => textOf(one, 'shelter_name', 'shelter_id') },
      numberColumn(t('unit.persons'), 'persons'),
      durationColumn(t('plan.time'), 'travel_time_s'),
      { label: t('plan.distance'), key: (one) => numberOf(one, 'distance_m'), cell: (one) => distance(numberOf(one, 'distance_m') ?? 0), numeric: true },
      { label: t('plan.climb'), key: (one) => numberOf(one, 'climb_m'), cell: (one) => (numberOf(one, 'climb_m') === null ? '–' : `${Math.round(numberOf(one, 'climb_m') ?? 0)} m`), numeric: true },
      { label: t('plan.avoided'), key: (one) => avoided(one) },
    ]),
  ];
}

function avoided(route: Feature): string {
  const roads = Array.isArray(route.properties?.avoided_roads) ? route.properties.avoided_roads.length : 0;
  const parts = [roads > 0 ? t('plan.avoided.roads', { n: roads }) : null, route.properties?.avoided_land === true ? t('plan.avoided.land') : null].filter((part) => part !== null);
  return parts.length === 0 ? '–' : parts.join(t('list.comma'));
}

function compare(app: App, result: PlanResult): HTMLElement[] {
  const summary = result.summary ?? {};
  const of = (key: string) => (summary[key] as CoverageSummary | undefined)?.assigned ?? 0;
  return [
    h('section', {}, facts([
      ['a', t('plan.compare.a'), count(of('a'))], ['b', t('plan.compare.b'), count(of('b'))], ['difference', t('plan.compare.difference'), signed(of('b') - of('a'))],
      ['gained', t('plan.compare.gained'), count(Number(summary.gained ?? 0))], ['lost', t('plan.compare.lost'), count(Number(summary.lost ?? 0))],
    ])),
    rows(app, t('plan.compare.changes'), t('plan.compare.same'), result.changes?.features ?? [], [
      { label: t('csv.name'), key: (one) => textOf(one, 'name', 'id') },
      { label: t('plan.compare.change'), key: (one) => numberOf(one, 'change'), cell: (one) => signed(numberOf(one, 'change') ?? 0), numeric: true },
      numberColumn(`${t('csv.assigned')} A`, 'assigned_a'), numberColumn(`${t('csv.assigned')} B`, 'assigned_b'),
      { label: t('csv.reason'), key: (one) => (textOf(one, 'reason_b') === null ? '–' : tOr(`reason.${textOf(one, 'reason_b')}`, '')) },
    ], { column: 1, descending: true }),
  ];
}

function topology(app: App, result: PlanResult): HTMLElement[] {
  const summary = result.summary ?? {};
  const figure = (key: string): [string, string, string] => [key, t(`plan.topology.${key}` as 'plan.topology.nodes'), count(Number(summary[key] ?? 0))];
  const lost = result.unsnapped?.features ?? [];
  return [
    h('section', {}, facts([figure('nodes'), figure('edges'), figure('components'), figure('dead_ends'), figure('near_misses'), ['unsnapped', t('plan.topology.unsnapped'), count(lost.length)]])),
    rows(app, t('plan.topology.near_misses'), t('plan.topology.none'), result.near_misses?.features ?? [], [
      { label: t('plan.topology.road'), key: (one) => textOf(one, 'road_id') },
      { label: t('plan.topology.other'), key: (one) => textOf(one, 'other_road_id') },
      { label: t('plan.distance'), key: (one) => numberOf(one, 'distance_m'), cell: (one) => `${numberOf(one, 'distance_m') ?? 0} m`, numeric: true },
    ]),
    rows(app, t('plan.topology.unsnapped'), t('plan.topology.none'), lost, [
      { label: t('csv.name'), key: (one) => textOf(one, 'name', 'id') },
      { label: t('plan.topology.layer'), key: (one) => tOr(`layer.${(textOf(one, 'layer') ?? '').replace('risk:', '')}`, textOf(one, 'layer') ?? '') },
      { label: t('csv.reason'), key: (one) => t(textOf(one, 'problem') === 'not_snapped' ? 'reason.not_snapped' : 'plan.topology.across') },
    ]),
  ];
}

function signed(value: number): string {
  return value > 0 ? `+${count(value)}` : count(value);
}

function numberColumn(label: string, key: string): Column<Feature> {
  return { label, key: (one) => numberOf(one, key), cell: (one) => { const value = numberOf(one, key); return value === null ? '–' : count(value); }, numeric: true };
}

function durationColumn(label: string, key: string): Column<Feature> {
  return { label, key: (one) => numberOf(one, key), cell: (one) => { const value = numberOf(one, key); return value === null ? '–' : duration(value); }, numeric: true };
}

/** A table whose rows lead to the map, with its download. */
function rows(app: App, title: string, none: string, features: Feature[], columns: Column<Feature>[], sortBy?: { column: number; descending: boolean }): HTMLElement {
  const save = () => download(`${title}.csv`, csv(columns.map((column) => column.label), features.map((feature) => columns.map((column) => column.key(feature)))));
  const head = h('div', { class: 'section-head' }, h('h3', {}, title, h('span', { class: 'badge' }, count(features.length))),
    features.length === 0 ? null : h('button', { type: 'button', class: 'slim', on: { click: save } }, icon('download', 15), 'CSV'));
  if (features.length === 0) return h('section', {}, head, h('p', { class: 'empty' }, icon('check', 17), none));
  return h('section', { class: 'plan-rows' }, head, table<Feature>({
    caption: title, rows: features, columns, ...(sortBy ? { sortBy } : {}),
    onPick: (feature) => pick(app, feature), pickLabel: (feature) => t('zoom.to', { name: textOf(feature, 'name', 'demand_id', 'road_id', 'id') ?? '' }),
  }));
}

function pick(app: App, feature: Feature): void {
  if (!feature.geometry) return;
  const positions: [number, number][] = [];
  const collect = (part: unknown): void => {
    if (Array.isArray(part) && typeof part[0] === 'number') positions.push([part[0], part[1] as number]);
    else if (Array.isArray(part)) part.forEach(collect);
  };
  collect(feature.geometry.coordinates);
  const lon = positions.map(([x]) => x);
  const lat = positions.map(([, y]) => y);
  const room = positions.length === 1 ? AROUND_DEG : 0.002;
  app.view.highlight([feature.geometry]);
  app.view.flyTo([Math.min(...lon) - room, Math.min(...lat) - room, Math.max(...lon) + room, Math.max(...lat) + room]);
}
