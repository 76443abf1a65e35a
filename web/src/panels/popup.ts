/** What lies under a click on the map: one feature at a time, with names and units a reader understands. */

import { sourceOf } from './standards';
import Overlay from 'ol/Overlay';
import type { MapBrowserEvent } from 'ol';
import type { FeatureLike } from 'ol/Feature';
import type { App } from '../app';
import type { Feature } from '../api/geojson';
import { asProblem, isAbort } from '../api/http';
import { setShelterStatus } from '../api/service';
import { fill, h, icon } from '../dom';
import { t } from '../i18n';
import { describe } from '../i18n/fields';
import { GEOJSON } from '../map/map';
import type { OverlayName } from '../map/overlays';
import { featureInfo, idOf, layerOf } from '../map/wms';
import { layerTitle } from '../layers/title';

const ROOM = { margin: 24, animation: { duration: 250 } };

interface Found {
  layer: string;
  title: string;
  id: string | null;
  name: string;
  properties: Record<string, unknown>;
  highlight: () => void;
}

/** Columns whose classes come from the table of standards. */
const TOPICS: Record<string, string> = { danger_grade: 'geohazard_danger', danger_class: 'fire_danger', tier: 'shelter_tier' };

export class Popup {
  private readonly element = h('div', { class: 'popup', role: 'dialog', 'aria-label': t('popup.label') });
  private readonly overlay: Overlay;
  private found: Found[] = [];
  private index = 0;
  private asking: AbortController | null = null;

  constructor(private readonly app: App) {
    this.overlay = new Overlay({
      element: this.element, positioning: 'bottom-center', offset: [0, -14], stopEvent: true,
      autoPan: ROOM,
    });
    app.view.map.addOverlay(this.overlay);
    app.view.map.on('singleclick', (event) => { if (!app.drawings.active) void this.ask(event); });
    app.drawings.onStart = () => this.close();
    document.addEventListener('keydown', (event) => { if (event.key === 'Escape') this.close(); });
  }

  close(): void {
    this.asking?.abort();
    this.found = [];
    this.overlay.setPosition(undefined);
    this.app.view.highlight([]);
  }

  private async ask(event: MapBrowserEvent): Promise<void> {
    const { app } = this;
    this.close();
    const controller = new AbortController();
    this.asking = controller;
    const own = app.overlays.at(event.pixel).map(({ overlay, feature }) => this.fromResult(overlay, feature));
    const layers = app.store.askable().map((layer) => layer.name);
    if (own.length === 0 && layers.length === 0) return;
    this.index = 0;
    this.found = own;
    try {
      if (layers.length > 0) {
        const answer = await featureInfo(app.view, layers, event.coordinate, app.data.version, controller.signal);
        this.found = [...own, ...answer.features.map((feature) => this.fromService(feature, answer.projected))];
      }
      if (this.found.length === 0) return;
      this.render();
    } catch (failure) {
      if (isAbort(failure)) return;
      this.found = [];
      fill(this.element, this.head(t('popup.failed'), ''), h('p', { class: 'popup-note' }, asProblem(failure).message));
    }
    this.overlay.setPosition(event.coordinate);
  }

  private fromService(feature: Feature, projected: boolean): Found {
    const layer = layerOf(feature) ?? '';
    const properties = feature.properties ?? {};
    const known = this.app.store.all.find((candidate) => candidate.name.endsWith(`:${layer}`) || candidate.name === layer);
    const title = layerTitle(known ?? { name: layer });
    return {
      layer, title, id: idOf(feature), properties,
      name: typeof properties.name === 'string' && properties.name !== '' ? properties.name : title,
      highlight: () => this.app.view.highlight(feature.geometry ? [feature.geometry] : [], projected),
    };
  }

  private fromResult(overlay: OverlayName, feature: FeatureLike): Found {
    const { geometry: _, ...properties } = feature.getProperties() as Record<string, unknown>;
    const title = t(`overlay.${overlay}`);
    const geometry = feature.getGeometry();
    return {
      layer: overlay, title, id: null, properties,
      name: typeof properties.name === 'string' && properties.name !== '' ? properties.name : title,
      highlight: () => this.app.view.highlight(
        geometry && 'getFlatCoordinates' in geometry ? [GEOJSON.writeGeometryObject(geometry as never, { featureProjection: this.app.view.projection }) as never] : []),
    };
  }

  render(): void {
    const current = this.found[this.index];
    if (!current) return;
    current.highlight();
    const rows = describe(current.properties);
    fill(this.element,
      this.head(current.name, current.title === current.name ? '' : current.title),
      rows.length === 0
        ? h('p', { class: 'popup-note muted' }, t('popup.nothing'))
        : h('dl', { tabindex: '0', 'aria-label': current.name }, rows.map((row) => [h('dt', {}, row.label), h('dd', {}, row.text, TOPICS[row.name] ? sourceOf(TOPICS[row.name] as string) : null)])),
      this.actions(current),
      this.found.length > 1 ? this.pager() : null);
    // The next feature may need more room than the one before.
    if (this.overlay.getPosition()) this.overlay.panIntoView(ROOM);
  }

  private head(title: string, subtitle: string): HTMLElement {
    return h('div', { class: 'popup-head' },
      h('div', {}, subtitle ? h('p', { class: 'kicker' }, subtitle) : null, h('h2', {}, title)),
      h('button', { type: 'button', class: 'icon-button small', 'aria-label': t('close'), on: { click: () => this.close() } }, icon('close', 16)));
  }

  private pager(): HTMLElement {
    const go = (step: number) => {
      this.index = (this.index + step + this.found.length) % this.found.length;
      this.render();
    };
    return h('div', { class: 'pager' },
      h('button', { type: 'button', class: 'icon-button small', 'aria-label': t('popup.previous'), on: { click: () => go(-1) } }, icon('left', 15)),
      h('span', {}, t('popup.position', { n: this.index + 1, of: this.found.length })),
      h('button', { type: 'button', class: 'icon-button small', 'aria-label': t('popup.next'), on: { click: () => go(1) } }, icon('right', 15)));
  }

  private actions(found: Found): HTMLElement | null {
    const { id } = found;
    if (id === null) return null;
    const buttons: HTMLElement[] = [];
    if (found.layer === 'shelter') buttons.push(this.statusButton(found, id));
    buttons.push(h('button', {
      type: 'button', class: 'slim', on: { click: () => { this.close(); this.app.bufferAround(found.layer, id); } },
    }, icon('buffer', 15), t('popup.buffer')));
    return h('div', { class: 'popup-actions' }, buttons);
  }

  private statusButton(found: Found, id: string): HTMLElement {
    const next = found.properties.status === 'closed' ? 'open' : 'closed';
    const button = h('button', { type: 'button', class: `slim ${next === 'closed' ? 'danger' : 'good'}`, on: { click: () => void change() } }, t(`shelter.mark.${next}`));
    const change = async () => {
      const { app } = this;
      if (app.session.user === null && !(await app.askLogin())) return;
      button.disabled = true;
      try {
        const shelter = await setShelterStatus(id, next);
        found.properties = { ...found.properties, status: shelter.status };
        app.notify(t(`shelter.marked.${shelter.status}`, { name: shelter.name ?? id }));
        await app.data.refresh();
        this.render();
      } catch (failure) {
        const problem = asProblem(failure);
        if (problem.status === 401) app.session.user = null;
        app.notify(problem.message, 'error');
        button.disabled = false;
      }
    };
    return button;
  }
}
