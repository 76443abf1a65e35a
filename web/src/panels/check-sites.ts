/** Hazardous sites: persons within 500 m and α by GB 18218, and what stands too near. */

import type { SitesResult } from '../api/checks';
import { numberOf, textOf } from '../api/geojson';
import { h } from '../dom';
import { t, tOr } from '../i18n';
import { count, decimal, distance } from '../i18n/format';
import { severityColour } from '../map/styles';
import { dayField, featureTable, figureCard, given, metresField, plain, standardsList, type CheckKind, type Texts } from './check-parts';
import { fieldset } from './coverage';
import { local } from '../layers/contract';

export function hazardousSites(): CheckKind<SitesResult> {
  const texts: Texts = {};
  return {
    process: 'hazardous-sites',
    fields: () => [fieldset(t('check.rules'), metresField(texts, 'radius_m', t('sites.radius'), t('sites.radius.hint')), dayField(texts))],
    inputs: () => given(texts),
    onMap: (result) => ({
      type: 'FeatureCollection',
      features: [
        ...plain(result.sites.features, ['name', 'kind', 'grade', 'alpha', 'status'],
          (site) => ({ residents: numberOf(site, 'persons'), severity: (numberOf(site, 'conflicts') ?? 0) > 0 ? 'problem' : (numberOf(site, 'alpha') ?? 0) >= 2 ? 'notice' : 'ok' })),
        ...plain(result.conflicts.features, ['name', 'site_name', 'distance_m', 'required_m', 'certainty'], () => ({ severity: 'problem' })),
      ],
    }),
    result: (app, result) => {
      const { summary } = result;
      return [
        h('section', { class: 'headline' },
          h('div', { class: 'coverage-figure' },
            h('span', { class: 'big danger', 'data-figure': 'conflicts' }, count(summary.conflicts)),
            h('span', { class: 'big-label' }, t('sites.conflicts'), h('small', {}, t('sites.about', { sites: count(summary.sites), inside: count(summary.sites_in_conflict) })))),
          h('div', { class: 'ring-cards' }, Object.entries(summary.sites_by_alpha).sort(([a], [b]) => Number(b) - Number(a)).map(([alpha, number]) =>
            figureCard(`α = ${alpha}`, count(number), t('sites.with_alpha', { radius: distance(summary.radius_m) }), severityColour(Number(alpha) >= 2 ? 'notice' : 'ok'), `alpha-${alpha}`)))),
        featureTable(app, {
          key: 'conflicts', title: t('sites.conflicts.title'), none: t('sites.conflicts.none'), rows: result.conflicts.features,
          columns: [
            { label: t('sites.site'), key: (row) => textOf(row, 'site_name') },
            { label: t('sites.facility'), key: (row) => textOf(row, 'name'), cell: (row) => `${textOf(row, 'name') ?? ''}（${tOr(`facility.${textOf(row, 'kind') ?? local(textOf(row, 'layer') ?? '')}`, textOf(row, 'kind') ?? '')}）` },
            { label: t('csv.distance.short'), key: (row) => numberOf(row, 'distance_m'), cell: (row) => distance(numberOf(row, 'distance_m')), numeric: true },
            { label: t('sites.required'), key: (row) => numberOf(row, 'required_m'), cell: (row) => distance(numberOf(row, 'required_m')), numeric: true },
            { label: t('check.standard.certainty'), key: (row) => textOf(row, 'certainty'), cell: (row) => tOr(`certainty.${textOf(row, 'certainty')}`, '') },
          ],
        }),
        featureTable(app, {
          key: 'sites', title: t('sites.title'), none: t('sites.none'), rows: result.sites.features, sortBy: { column: 2, descending: true },
          columns: [
            { label: t('csv.name'), key: (row) => textOf(row, 'name') },
            { label: t('sites.kind'), key: (row) => textOf(row, 'kind') },
            { label: t('sites.persons'), key: (row) => numberOf(row, 'persons'), cell: (row) => count(numberOf(row, 'persons')), numeric: true },
            { label: 'α', key: (row) => numberOf(row, 'alpha'), cell: (row) => decimal(numberOf(row, 'alpha') ?? 0, 1), numeric: true },
          ],
        }),
        standardsList(summary.standards),
      ];
    },
  };
}
