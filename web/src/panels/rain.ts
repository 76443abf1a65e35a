/** Rain: the hazards over their thresholds at a moment, the gauges' sums, uploading readings, proposing a warning. */

import type { App } from '../app';
import { asProblem } from '../api/http';
import { fetchRain, proposeWarnings, uploadReadings, type Gauge, type OverThreshold, type RainState, type UploadReport } from '../api/rain';
import { fill, h, icon } from '../dom';
import { t, tOr } from '../i18n';
import { count, decimal, distance, instant } from '../i18n/format';
import { field, problemBox } from './form';
import { table } from './table';

const AROUND_DEG = 0.02;
/** Shown as soon as somebody asks about rain. */
const LAYERS = ['risk:rain_over', 'risk:rain_sum'];

export class RainPanel {
  readonly element = h('div', { class: 'rain-panel' });
  private state: RainState | null = null;
  private at: string | null = null;
  private report: UploadReport | null = null;
  private readonly trouble = h('div');

  constructor(private readonly app: App, private readonly proposed: () => void) {
    app.session.onChange(() => this.render());
  }

  async refresh(): Promise<void> {
    if (this.state === null) LAYERS.forEach((name) => this.app.store.setVisible(name, true));
    try {
      this.state = await fetchRain(this.at);
      this.trouble.replaceChildren();
    } catch (failure) {
      this.trouble.replaceChildren(problemBox(asProblem(failure)));
    }
    this.render();
  }

  render(): void {
    const { state } = this;
    fill(this.element, this.head(), this.trouble, state ? [this.overView(state), this.gaugeView(state)] : null, this.upload());
  }

  private head(): HTMLElement {
    const { state } = this;
    const old = state?.latest && state.gauges.every((one) => one.at === null) ? state.latest : null;
    const input = h('input', { type: 'datetime-local', id: 'rain-time', value: this.at === null ? '' : localInput(this.at) });
    input.addEventListener('change', () => void this.goTo(input.value === '' ? null : new Date(input.value).toISOString()));
    return h('section', { class: 'desk-head' }, h('h3', {}, t('rain.title')),
      field({ label: t('rain.time'), hint: t('warnings.time.hint') }, input),
      old === null ? null : h('p', { class: 'callout caution' }, icon('info'), h('div', {}, t('rain.old', { at: instant(old) }), ' ',
        h('button', { type: 'button', class: 'link', id: 'rain-latest', on: { click: () => void this.goTo(old) } }, t('rain.goto.old')))));
  }

  /** The map goes to the same moment. */
  private async goTo(at: string | null): Promise<void> {
    this.at = at;
    this.app.view.time = at;
    this.app.store.redraw();
    await this.refresh();
  }

  private overView(state: RainState): HTMLElement {
    const rows = state.over;
    return h('section', { class: 'desk-part' },
      h('div', { class: 'section-head' }, h('h3', {}, t('rain.over'), h('span', { class: 'badge', id: 'rain-over-count' }, count(rows.length))),
        rows.length === 0 ? null : h('button', { type: 'button', class: 'slim', id: 'rain-propose', on: { click: () => void this.propose() } }, icon('warning', 15), t('rain.propose'))),
      h('p', { class: 'muted small' }, t('rain.watched', { n: count(state.watched), unknown: count(state.unknown.count) })),
      rows.length === 0 ? h('p', { class: 'empty' }, t('rain.over.none')) : table<OverThreshold>({
        caption: t('rain.over'), rows, onPick: (row) => this.app.view.flyTo(grown(row.extent)), pickLabel: (row) => t('zoom.to', { name: row.name ?? row.id }),
        columns: [
          { label: t('rain.hazard'), key: (row) => row.name ?? row.id },
          { label: t('warnings.level'), key: (row) => ['blue', 'yellow', 'orange', 'red'].indexOf(row.level), cell: (row) => h('span', { class: 'level-tag', 'data-level': row.level }, tOr(`warnings.level.${row.level}`, row.level)) },
          { label: t('rain.sum'), numeric: true, key: (row) => row.sum_mm / row.threshold_mm, cell: (row) => `${row.window_h} h ${decimal(row.sum_mm, 1)} ≥ ${decimal(row.threshold_mm, 0)}` },
          { label: t('rain.gauge'), key: (row) => row.gauge_distance_m, cell: (row) => (row.gauge_is === 'assigned' ? t('rain.assigned') : distance(row.gauge_distance_m ?? 0)) },
          { label: t('standards.certainty'), key: (row) => row.certainty, cell: (row) => h('span', { title: row.says }, t(`certainty.${row.certainty}`)) },
        ],
      }));
  }

  private gaugeView(state: RainState): HTMLElement {
    const sum = (label: string, key: (row: Gauge) => number | null) => ({ label, numeric: true, key, cell: (row: Gauge) => (key(row) === null ? '–' : decimal(key(row) as number, 1)) });
    return h('section', { class: 'desk-part' }, h('h3', {}, t('rain.gauges'), h('span', { class: 'badge' }, count(state.gauges.length))),
      table<Gauge>({
        caption: t('rain.gauges'), rows: state.gauges, pickLabel: (row) => t('zoom.to', { name: row.name ?? row.id }),
        onPick: (row) => { if (row.lon !== null && row.lat !== null) this.app.view.flyTo(grown([row.lon, row.lat, row.lon, row.lat])); },
        columns: [
          { label: t('rain.gauge'), key: (row) => row.name ?? row.id },
          sum('1 h', (row) => row.sum_1h_mm), sum('3 h', (row) => row.sum_3h_mm), sum('6 h', (row) => row.sum_6h_mm), sum('24 h', (row) => row.sum_24h_mm),
        ],
      }));
  }

  private upload(): HTMLElement {
    if (this.app.session.user === null) {
      return h('section', { class: 'desk-part' }, h('button', { type: 'button', class: 'wide', on: { click: () => void this.app.askLogin() } }, t('rain.login')));
    }
    const file = h('input', { type: 'file', accept: '.csv,text/csv', id: 'rain-file' });
    file.addEventListener('change', () => void this.send(file.files?.[0]));
    const { report } = this;
    return h('section', { class: 'desk-part' }, field({ label: t('rain.upload'), hint: t('rain.upload.hint') }, file),
      report === null ? null : h('div', { class: 'callout', id: 'rain-report', role: 'status' }, icon('info'), h('div', {},
        t('rain.report', { read: report.read, fresh: report.new, changed: report.changed, unchanged: report.unchanged, rejected: report.rejected }),
        report.rejects.length === 0 ? null : h('ul', {}, report.rejects.slice(0, 50).map((one) => h('li', {}, t('rain.reject', { line: one.line, reason: one.reason })))))));
  }

  private async send(file: File | undefined): Promise<void> {
    if (!file) return;
    try {
      this.report = await uploadReadings(await file.text());
      if ((this.report.proposed ?? []).length > 0) this.app.notify(t('rain.proposed', { n: this.report.proposed?.length ?? 0 }));
      this.proposed();
    } catch (failure) {
      this.report = null;
      this.trouble.replaceChildren(problemBox(asProblem(failure)));
    }
    await this.refresh();
    await this.app.data.refresh().catch(() => undefined); // asked again in half a minute
  }

  private async propose(): Promise<void> {
    if (this.app.session.user === null && !(await this.app.askLogin())) return;
    try {
      const drafts = await proposeWarnings(this.at);
      this.app.notify(t('rain.proposed', { n: drafts.length }));
      this.proposed();
    } catch (failure) {
      this.trouble.replaceChildren(problemBox(asProblem(failure)));
    }
  }
}

function grown([west, south, east, north]: [number, number, number, number]): [number, number, number, number] {
  return [west - AROUND_DEG, south - AROUND_DEG, east + AROUND_DEG, north + AROUND_DEG];
}

/** For a control of local date and time. */
function localInput(moment: string): string {
  const date = new Date(moment);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
