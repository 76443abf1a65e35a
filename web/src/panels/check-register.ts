/** Register check: points, lines and zones of geohazards beside the people on the map, and how far treatment is. */

import { MEASURES, type Measure, type RegisterResult } from '../api/checks';
import { numberOf, textOf } from '../api/geojson';
import { h, icon } from '../dom';
import { t, tOr } from '../i18n';
import { count } from '../i18n/format';
import { severityColour } from '../map/styles';
import { dayField, featureTable, figureCard, given, metresField, plain, signed, standardsList, type CheckKind, type Texts } from './check-parts';
import { fieldset } from './coverage';
import { chips } from './result';
import { table } from './table';

export function registerCheck(): CheckKind<RegisterResult> {
  const texts: Texts = {};
  return {
    process: 'register-check',
    fields: () => [fieldset(t('check.rules'),
      metresField(texts, 'point_reach_m', t('register.point_reach'), t('register.point_reach.hint')),
      metresField(texts, 'line_reach_m', t('register.line_reach'), t('register.line_reach.hint')),
      dayField(texts))],
    inputs: () => given(texts),
    onMap: (result) => ({
      type: 'FeatureCollection',
      features: plain(result.register.features,
        ['name', 'type', 'risk', 'registered_persons', 'counted_persons', 'difference', 'grade', 'grade_by_count', 'treatment', 'treatment_state', 'severity']),
    }),
    result: (app, result) => {
      const { summary } = result;
      const states = ['problem', 'notice', 'ok'] as const;
      const severe = (severity: string) => result.register.features.filter((feature) => textOf(feature, 'severity') === severity).length;
      return [
        chips([t('register.chip', { zones: count(summary.zones), points: count(summary.points), lines: count(summary.lines), linked: count(summary.linked) })]),
        h('section', { class: 'headline' },
          h('div', { class: 'coverage-figure' },
            h('span', { class: 'big danger', 'data-figure': 'counted' }, count(summary.counted_persons)),
            h('span', { class: 'big-label' }, t('register.counted'),
              h('small', {}, t('register.against', { registered: count(summary.registered_persons), added: count(summary.added_up_by_record) })))),
          h('div', { class: 'ring-cards' }, states.map((severity) =>
            figureCard(t(`severity.${severity}`), count(severe(severity)), t(`severity.${severity}.about`), severityColour(severity), severity)))),
        findings(summary.findings),
        progress(summary.treatment),
        featureTable(app, {
          key: 'register', title: t('register.rows'), none: t('register.none'), rows: result.register.features, sortBy: { column: 3, descending: true },
          columns: [
            { label: t('csv.name'), key: (row) => textOf(row, 'name') },
            { label: t('register.registered'), key: (row) => numberOf(row, 'registered_persons'), cell: (row) => textOf(row, 'registered_words') ?? '–', numeric: true },
            { label: t('register.on_map'), key: (row) => numberOf(row, 'counted_persons'), numeric: true },
            { label: t('register.difference'), key: (row) => numberOf(row, 'difference'), cell: (row) => signed(row, 'difference'), numeric: true },
            { label: t('register.grade'), key: (row) => textOf(row, 'grade') },
            { label: t('register.grade.count'), key: (row) => textOf(row, 'grade_by_count') },
          ],
        }),
        standardsList(summary.standards),
      ];
    },
  };
}

function findings(codes: Record<string, number>): HTMLElement {
  const rows = Object.entries(codes).filter(([, number]) => number > 0);
  const title = h('div', { class: 'section-head' }, h('h3', {}, t('register.findings'), h('span', { class: 'badge' }, count(rows.reduce((sum, [, number]) => sum + number, 0)))));
  if (rows.length === 0) return h('section', {}, title, h('p', { class: 'empty' }, icon('check', 17), t('register.findings.none')));
  return h('section', { 'data-section': 'findings' }, title, table<[string, number]>({
    caption: t('register.findings'), rows, sortBy: { column: 1, descending: true },
    columns: [
      { label: t('register.finding'), key: ([code]) => tOr(`finding.${code}`, code) },
      { label: t('register.number'), key: ([, number]) => number, cell: ([, number]) => count(number), numeric: true },
    ],
  }));
}

function progress(treatment: RegisterResult['summary']['treatment']): HTMLElement {
  const number = (label: string, key: 'records' | 'planned' | 'under_way' | 'done' | 'overdue') => ({
    label, numeric: true, key: (measure: Measure) => treatment[measure][key], cell: (measure: Measure) => count(treatment[measure][key]),
  });
  return h('section', { 'data-section': 'treatment' }, h('h3', {}, t('treatment.title')),
    table<Measure>({
      caption: t('treatment.title'), rows: [...MEASURES],
      columns: [
        { label: t('treatment.measure'), key: (measure) => t(`treatment.${measure}`) },
        number(t('treatment.records'), 'records'), number(t('treatment.planned'), 'planned'), number(t('treatment.under_way'), 'under_way'),
        number(t('treatment.done'), 'done'), number(t('treatment.overdue'), 'overdue'),
      ],
    }),
    h('p', { class: 'muted small' }, t('treatment.undecided', { n: count(treatment.undecided) })));
}
