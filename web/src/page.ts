/** Puts the page together and keeps its parts in step: language, data, layers. */

import { DataState, Session, type App } from './app';
import { asProblem } from './api/http';
import { fill, h, icon, type IconName } from './dom';
import { lang, onLang, t, type Key } from './i18n';
import { planImages } from './layers/images';
import { LayerStore } from './layers/store';
import { layerTree } from './layers/tree';
import { Drawings } from './map/draw';
import { MapView, type LoadState } from './map/map';
import { BUFFER_OVERLAYS, COVERAGE_OVERLAYS, Overlays, PLAN_OVERLAYS, WARNING_OVERLAYS } from './map/overlays';
import { defineProjections } from './map/projections';
import { Veil } from './map/veil';
import { fetchCapabilities } from './map/wms';
import { BufferPanel } from './panels/buffer';
import { ChecksPanel } from './panels/checks';
import { CoveragePanel } from './panels/coverage';
import { Header } from './panels/header';
import { LayersPanel } from './panels/layers';
import { LegendCard } from './panels/legend';
import { Messages, askLogin } from './panels/login';
import { PlanPanel } from './panels/plan';
import { Popup } from './panels/popup';
import { PrintView } from './panels/print';
import { SearchBox } from './panels/search';
import { StatusBar } from './panels/statusbar';
import { WarningsDesk } from './panels/warnings-desk';

const TABS = ['layers', 'buffer', 'coverage', 'plan', 'checks', 'warnings'] as const;
type Tab = (typeof TABS)[number];

export class Page {
  private readonly mapHome = h('div', { class: 'map', id: 'map', tabindex: '0', role: 'application' });
  private readonly banner = h('aside', { class: 'banner', hidden: true });
  private readonly tabs = h('div', { class: 'tabs', role: 'tablist' });
  private readonly side = h('aside', { class: 'side' });
  private readonly zoom = h('div', { class: 'zoom' });
  private readonly progress = h('div', { class: 'map-progress', hidden: true });
  private readonly collapse = h('button', { type: 'button', class: 'collapse' });
  private readonly messages = new Messages();
  private readonly app: App;
  private readonly header: Header;
  private readonly search: SearchBox;
  private readonly layers: LayersPanel;
  private readonly buffer: BufferPanel;
  private readonly coverage: CoveragePanel;
  private readonly checks: ChecksPanel;
  private readonly plan: PlanPanel;
  private readonly warnings: WarningsDesk;
  private readonly legend: LegendCard;
  private readonly veil: Veil;
  private readonly status: StatusBar;
  private readonly popup: Popup;
  private readonly print: PrintView;
  private tab: Tab = 'layers';
  private homeIs = '';

  constructor(private readonly root: HTMLElement) {
    defineProjections();
    const session = new Session();
    const view = new MapView(this.mapHome, (state) => this.loading(state));
    this.veil = new Veil(view.map);
    this.app = {
      view, session,
      store: new LayerStore(),
      overlays: new Overlays(view.map),
      drawings: new Drawings(view.map),
      data: new DataState(),
      askLogin: () => askLogin(session),
      closePopup: () => this.popup.close(),
      bufferAround: (layer, id) => {
        this.buffer.around(layer, id);
        this.choose('buffer');
      },
      notify: (text, kind) => this.messages.show(text, kind),
    };
    this.search = new SearchBox(this.app);
    this.header = new Header(this.app, this.search, () => {
      this.popup.close();
      this.print.open();
    });
    this.layers = new LayersPanel(this.app);
    this.legend = new LegendCard(this.app);
    this.buffer = new BufferPanel(this.app, this.legend);
    this.coverage = new CoveragePanel(this.app);
    this.checks = new ChecksPanel(this.app);
    this.plan = new PlanPanel(this.app);
    this.warnings = new WarningsDesk(this.app);
    this.status = new StatusBar(this.app);
    this.popup = new Popup(this.app);
    this.print = new PrintView(this.app, this.legend, this.status, this.mapHome);
  }

  async start(): Promise<void> {
    this.build();
    this.app.store.onChange(() => this.showMap());
    this.app.data.onChange(() => this.dataChanged());
    this.app.overlays.onChange(() => this.app.store.hideWhere((name) => this.app.overlays.hides(name)));
    onLang(() => this.render());
    this.render();
    await Promise.all([this.loadState(), this.loadLayers()]);
    this.app.data.watch();
  }

  private async loadState(): Promise<void> {
    try {
      await this.app.data.refresh();
    } catch (failure) {
      this.messages.show(asProblem(failure).message, 'error');
    }
  }

  private async loadLayers(): Promise<void> {
    try {
      this.app.store.offer(layerTree(await fetchCapabilities()));
    } catch (failure) {
      this.layers.fail(asProblem(failure).message, () => void this.loadLayers());
    }
  }

  private build(): void {
    const { view } = this.app;
    this.collapse.addEventListener('click', () => {
      document.body.classList.toggle('side-closed');
      this.renderCollapse();
      view.map.updateSize();
    });
    this.side.append(this.tabs, ...this.panels().map(([tab, element]) => {
      element.id = `panel-${tab}`;
      element.setAttribute('role', 'tabpanel');
      element.setAttribute('aria-labelledby', `tab-${tab}`);
      element.tabIndex = 0;
      return element;
    }));
    fill(this.root, this.header.element, this.banner,
      h('main', { class: 'work' }, this.side,
        h('section', { class: 'stage' }, this.mapHome, this.progress, this.collapse, this.legend.element, this.zoom, this.status.element, this.messages.element)),
      this.print.element);
    new ResizeObserver(() => view.map.updateSize()).observe(this.mapHome);
  }

  private panels(): [Tab, HTMLElement][] {
    return [['layers', this.layers.element], ['buffer', this.buffer.element], ['coverage', this.coverage.element], ['plan', this.plan.element], ['checks', this.checks.element], ['warnings', this.warnings.element]];
  }

  private render(): void {
    document.documentElement.lang = lang() === 'zh' ? 'zh-CN' : 'en';
    this.mapHome.setAttribute('aria-label', t('map.label'));
    this.header.render();
    this.search.render();
    this.renderTabs();
    this.renderBanner();
    this.renderZoom();
    this.renderCollapse();
    this.layers.render();
    this.buffer.render();
    this.coverage.render();
    this.checks.render();
    this.plan.render();
    this.warnings.render();
    this.legend.render();
    this.status.render();
    this.popup.render();
    this.print.render();
  }

  private renderTabs(): void {
    const icons: Record<Tab, IconName> = { layers: 'layers', buffer: 'buffer', coverage: 'coverage', plan: 'point', checks: 'check', warnings: 'warning' };
    fill(this.tabs, TABS.map((tab) => h('button', {
      type: 'button', role: 'tab', id: `tab-${tab}`, 'aria-controls': `panel-${tab}`, 'aria-selected': String(tab === this.tab),
      tabindex: tab === this.tab ? '0' : '-1', on: { click: () => this.choose(tab), keydown: (event) => this.tabKey(event) },
    }, icon(icons[tab], 17), t(`tab.${tab}`))));
    this.tabs.setAttribute('aria-label', t('tabs'));
    this.panels().forEach(([tab, element]) => (element.hidden = tab !== this.tab));
  }

  private tabKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    this.choose(TABS[(TABS.indexOf(this.tab) + step + TABS.length) % TABS.length] as Tab);
    document.getElementById(`tab-${this.tab}`)?.focus();
  }

  /** Results of two analyses over each other could not be read: the tab chosen shows its own. */
  private choose(tab: Tab): void {
    this.tab = tab;
    this.renderTabs();
    if (tab === 'buffer' && this.buffer.hasResult) this.app.overlays.showOnly(...BUFFER_OVERLAYS);
    if (tab === 'checks') this.checks.show();
    if (tab === 'coverage' && this.coverage.hasResult) this.app.overlays.showOnly(...COVERAGE_OVERLAYS);
    if (tab === 'plan') {
      if (this.plan.hasResult) this.app.overlays.showOnly(...PLAN_OVERLAYS);
      else this.plan.render(); // the runs it offers may have become more
    }
    if (tab === 'warnings') {
      if (this.warnings.hasResult) this.app.overlays.showOnly(...WARNING_OVERLAYS);
      void this.warnings.refresh();
    }
  }

  private renderBanner(): void {
    const state = this.app.data.state;
    this.banner.hidden = !state?.demo;
    this.banner.setAttribute('aria-label', t('banner.label'));
    if (state?.demo) fill(this.banner, icon('info', 15), h('span', {}, t('banner.demo')));
  }

  private renderZoom(): void {
    const { view } = this.app;
    const button = (name: IconName, key: Key, action: () => void) =>
      h('button', { type: 'button', class: 'icon-button', 'aria-label': t(key), title: t(key), on: { click: action } }, icon(name));
    fill(this.zoom, button('plus', 'zoom.in', () => view.zoomBy(1)), button('minus', 'zoom.out', () => view.zoomBy(-1)), button('home', 'zoom.home', () => view.goHome()));
  }

  private renderCollapse(): void {
    const closed = document.body.classList.contains('side-closed');
    const label = t(closed ? 'side.open' : 'side.close');
    this.collapse.setAttribute('aria-label', label);
    this.collapse.title = label;
    this.collapse.setAttribute('aria-expanded', String(!closed));
    fill(this.collapse, icon(closed ? 'right' : 'left', 15));
  }

  private loading(state: LoadState): void {
    this.progress.hidden = state.pending === 0;
    this.status?.loading(state);
  }

  private showMap(): void {
    // Before the state is known every image would have to be fetched twice.
    if (this.app.data.version !== '' || this.app.data.state === null) this.app.view.show(planImages(this.app.store.shown(), this.app.view.time), this.app.data.version);
  }

  /** The map goes home when the county changes, not with each edit. */
  private dataChanged(): void {
    this.renderBanner();
    this.app.view.map.updateSize(); // the banner took or gave room
    const extent = this.app.data.state?.extent ?? null;
    if (extent !== null && JSON.stringify(extent) !== this.homeIs) {
      this.homeIs = JSON.stringify(extent);
      this.veil.refresh().catch((failure: unknown) => this.messages.show(asProblem(failure).message, 'error'));
      this.app.view.setHome(extent);
      this.app.view.goHome(false);
    }
    // The form offers the areas to avoid that the data has; a result, or a form being filled in, stays as it is.
    if (!this.coverage.hasResult && !this.coverage.element.contains(document.activeElement)) this.coverage.render();
    this.showMap();
  }
}
