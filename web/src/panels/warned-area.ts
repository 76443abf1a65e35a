/** Where a warning is for: townships, villages of one township, small catchments, or what is drawn. */

import type { App } from '../app';
import type { Geometry } from '../api/geojson';
import { fetchCatchments, fetchTownships, fetchVillages, type Area, type Township } from '../api/warnings';
import { h, icon } from '../dom';
import { t } from '../i18n';
import { checkbox, segmented, select } from './form';

const KINDS = ['township', 'village', 'catchment', 'drawn'] as const;
type Kind = (typeof KINDS)[number];

export class WarnedAreaField {
  private kind: Kind = 'township';
  private readonly chosen: Record<'township' | 'village' | 'catchment', Set<string>> = { township: new Set(), village: new Set(), catchment: new Set() };
  private offered: Record<'township' | 'village' | 'catchment', Township[]> = { township: [], village: [], catchment: [] };
  private within = '';
  private drawn: Geometry | null = null;

  constructor(private readonly app: App, private readonly changed: () => void) {}

  /** Asks again what there is to choose from. Out: whether that is something else than before. */
  async refresh(): Promise<boolean> {
    const [townships, catchments] = await Promise.all([fetchTownships(), fetchCatchments()]);
    const before = JSON.stringify([this.offered.township, this.offered.catchment]);
    this.offered = { ...this.offered, township: townships, catchment: catchments };
    return JSON.stringify([townships, catchments]) !== before;
  }

  /** Null while nothing is chosen. */
  area(): Area | null {
    if (this.kind === 'drawn') return this.drawn ? { areas: this.drawn } : null;
    const codes = [...this.chosen[this.kind]].sort();
    if (codes.length === 0) return null;
    return this.kind === 'catchment' ? { catchments: codes } : { admin_codes: codes };
  }

  forget(): void {
    this.drawn = null;
    this.app.drawings.clear('warning');
    Object.values(this.chosen).forEach((codes) => codes.clear());
  }

  view(): HTMLElement {
    const offered = KINDS.filter((kind) => kind !== 'catchment' || this.offered.catchment.length > 0);
    return h('fieldset', { 'data-input': 'admin_codes' }, h('legend', {}, t('warnings.area')),
      segmented(offered.map((value) => ({ value, label: t(`warnings.by.${value}`) })), this.kind, (value) => {
        this.kind = value;
        this.changed();
      }),
      this.choice(),
      h('p', { class: 'field-error', role: 'alert' }));
  }

  private choice(): HTMLElement {
    if (this.kind === 'drawn') return this.drawing();
    if (this.kind !== 'village') return this.boxes(this.kind);
    return h('div', {},
      select([{ value: '', label: t('warnings.village.of') }, ...this.offered.township.map((one) => ({ value: one.code, label: one.name }))], this.within,
        (code) => void this.offerVillages(code)),
      this.boxes('village'));
  }

  private async offerVillages(township: string): Promise<void> {
    this.within = township;
    this.offered.village = township === '' ? [] : await fetchVillages(township).catch(() => []);
    this.changed();
  }

  private boxes(kind: 'township' | 'village' | 'catchment'): HTMLElement {
    const chosen = this.chosen[kind];
    return h('div', { class: 'two-columns', id: `warning-${kind}s` }, this.offered[kind].map((one) =>
      checkbox(one.name, chosen.has(one.code), (checked) => void (checked ? chosen.add(one.code) : chosen.delete(one.code)))));
  }

  private drawing(): HTMLElement {
    const draw = async () => {
      this.app.notify(t('draw.how.Polygon'));
      const geometry = await this.app.drawings.draw('warning', 'Polygon');
      if (geometry) this.drawn = geometry;
      this.changed();
    };
    const remove = () => {
      this.drawn = null;
      this.app.drawings.clear('warning');
      this.changed();
    };
    return h('div', { class: 'inline' },
      h('button', { type: 'button', class: 'slim', on: { click: () => void draw() } }, icon('polygon', 15), t(this.drawn ? 'draw.again' : 'warnings.draw')),
      this.drawn ? h('button', { type: 'button', class: 'link', on: { click: remove } }, t('draw.remove')) : null);
  }
}
