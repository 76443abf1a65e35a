/** The sheet for paper: title, map, legend, scale bar, north arrow, date and sources, on A4 or A3 landscape. */

import type { App } from '../app';
import { fill, h, icon } from '../dom';
import { t } from '../i18n';
import { sourceNames } from './statusbar';
import { today } from '../i18n/format';
import { scaleBar } from '../map/scalebar';
import { sheetTitle } from './header';
import type { LegendCard } from './legend';
import type { StatusBar } from './statusbar';

/** About 4.5 cm on paper. */
const WIDEST_BAR_PX = 170;
/** Below this the legend could not be read on A4. */
const LEAST_LEGEND_ZOOM = 0.6;
const SVG = 'http://www.w3.org/2000/svg';
type Paper = 'a4' | 'a3';

export class PrintView {
  readonly element = h('section', { class: 'print-view', hidden: true });
  private paper: Paper = 'a4';
  private title: string | null = null;
  private forget: () => void = () => undefined;
  /** What the sheet is to show, in the map's metres; null while it shows what the map does. */
  private extent: number[] | null = null;
  /** Where the map was before the sheet was opened. */
  private before: { centre: number[]; resolution: number } | null = null;

  constructor(
    private readonly app: App,
    private readonly legend: LegendCard,
    private readonly status: StatusBar,
    private readonly mapHome: HTMLElement,
  ) {
    window.addEventListener('resize', () => this.fitSheet());
    document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && !this.element.hidden) this.close(); });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  open(): void {
    const { view } = this.app.view;
    const shown = view.calculateExtent(this.app.view.map.getSize());
    this.extent = [shown[0]!, shown[1]!, shown[2]! - this.legend.widthPx * (view.getResolution() ?? 1), shown[3]!];
    this.before = { centre: view.getCenter() ?? [0, 0], resolution: view.getResolution() ?? 1 };
    this.title = null;
    this.element.hidden = false;
    this.element.setAttribute('aria-label', t('print.open'));
    document.body.classList.add('printing');
    this.render();
  }

  close(): void {
    const { map, view } = this.app.view;
    this.forget();
    map.setTarget(this.mapHome);
    this.element.hidden = true;
    this.element.replaceChildren();
    document.body.classList.remove('printing');
    map.updateSize();
    if (this.before) {
      view.setCenter(this.before.centre);
      view.setResolution(this.before.resolution);
    }
  }

  render(): void {
    if (this.element.hidden) return;
    const { map } = this.app.view;
    const extent = this.extent ?? this.app.view.view.calculateExtent(map.getSize());
    this.extent = null;
    this.forget();
    const frame = h('div', { class: 'sheet-map' });
    const scale = h('div', { class: 'sheet-scale' });
    const ratio = h('span', { class: 'sheet-ratio' });
    fill(this.element, this.toolbar(), h('div', { class: 'sheet-desk' }, this.sheet(frame, scale, ratio)));
    map.setTarget(frame);
    map.updateSize();
    this.app.view.view.fit(extent);
    const say = () => {
      ratio.textContent = t('print.scale', { scale: this.status.roundedDenominator() });
      fill(scale, scaleBar(this.status.metresPerPixel(), WIDEST_BAR_PX));
    };
    map.on('moveend', say);
    this.forget = () => map.un('moveend', say);
    say();
    this.fitSheet();
  }

  private toolbar(): HTMLElement {
    const paper = (value: Paper, label: string) => h('label', { class: 'segment' },
      h('input', { type: 'radio', name: 'paper', value, checked: this.paper === value, on: { change: () => { this.paper = value; this.render(); } } }),
      h('span', {}, label));
    const title = h('input', {
      type: 'text', value: this.title ?? sheetTitle(this.app), id: 'print-title', 'aria-label': t('print.title'),
      on: { input: (event) => {
        this.title = (event.target as HTMLInputElement).value;
        const heading = this.element.querySelector('.sheet-title');
        if (heading) heading.textContent = this.title;
      } },
    });
    return h('div', { class: 'print-bar' },
      h('label', { class: 'visually-hidden', for: 'print-title' }, t('print.title')), title,
      h('div', { class: 'segmented', role: 'radiogroup', 'aria-label': t('print.paper') }, paper('a4', 'A4'), paper('a3', 'A3')),
      h('span', { class: 'muted' }, t('print.hint')),
      h('span', { class: 'spacer' }),
      h('button', { type: 'button', class: 'primary', id: 'print-now', on: { click: () => window.print() } }, icon('print', 16), t('print.now')),
      h('button', { type: 'button', id: 'print-close', on: { click: () => this.close() } }, icon('close', 16), t('close')));
  }

  private sheet(frame: HTMLElement, scale: HTMLElement, ratio: HTMLElement): HTMLElement {
    const state = this.app.data.state;
    const sources = sourceNames(state).join(' · ');
    return h('div', { class: `sheet ${this.paper}` },
      h('div', { class: 'sheet-head' },
        h('h1', { class: 'sheet-title' }, this.title ?? sheetTitle(this.app)),
        state?.demo ? h('p', { class: 'sheet-demo' }, t('banner.demo.short')) : null),
      h('div', { class: 'sheet-body' },
        h('div', { class: 'sheet-frame' }, frame, northArrow()),
        this.legendColumn()),
      h('div', { class: 'sheet-foot' },
        h('div', { class: 'sheet-scale-block' }, ratio, scale),
        h('div', { class: 'sheet-notes' },
          h('p', {}, t('print.crs', { projection: t(`projection.${this.app.view.projection}`) })),
          h('p', {}, t('print.sources', { sources }))),
        h('div', { class: 'sheet-notes right' },
          h('p', {}, t('print.date', { date: today() })),
          h('p', {}, t('print.made', { version: state?.version ?? '' })))));
  }

  /** The legend; in two columns where one would be cut off, and then smaller until all of it is there. */
  private legendColumn(): HTMLElement {
    const entries = h('div', { class: 'sheet-entries' }, this.legend.entries());
    const column = h('div', { class: 'sheet-legend' }, h('h2', {}, t('legend.title')), entries);
    const check = () => {
      const cut = () => column.scrollHeight > column.clientHeight + 1;
      if (cut() && !column.classList.contains('two')) {
        column.classList.add('two');
        this.app.view.map.updateSize();
      }
      for (let zoom = 0.95; cut() && zoom >= LEAST_LEGEND_ZOOM; zoom -= 0.05) entries.style.setProperty('zoom', String(zoom));
    };
    entries.querySelectorAll('img').forEach((image) => image.addEventListener('load', check));
    requestAnimationFrame(check);
    return column;
  }

  /** Makes the sheet as large as the window allows; paper gets its true size from the print style. */
  private fitSheet(): void {
    const sheet = this.element.querySelector<HTMLElement>('.sheet');
    const desk = this.element.querySelector<HTMLElement>('.sheet-desk');
    if (!sheet || !desk) return;
    const factor = Math.min((desk.clientWidth - 48) / sheet.offsetWidth, (desk.clientHeight - 36) / sheet.offsetHeight, 1.4);
    sheet.style.setProperty('--fit', String(factor));
  }
}

function northArrow(): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 40 56', class: 'north-arrow', role: 'img', 'aria-label': t('print.north') })) svg.setAttribute(key, value);
  const shape = (d: string, fillColour: string) => {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    path.setAttribute('fill', fillColour);
    path.setAttribute('stroke', '#1b2a33');
    path.setAttribute('stroke-width', '1.2');
    path.setAttribute('stroke-linejoin', 'round');
    svg.appendChild(path);
  };
  shape('M20 16 9 52l11-7z', '#1b2a33');
  shape('M20 16 31 52l-11-7z', '#ffffff');
  const letter = document.createElementNS(SVG, 'text');
  for (const [key, value] of Object.entries({ x: '20', y: '12', 'text-anchor': 'middle', 'font-size': '13', 'font-weight': '700', fill: '#1b2a33' })) letter.setAttribute(key, value);
  letter.textContent = 'N';
  svg.appendChild(letter);
  return svg;
}
