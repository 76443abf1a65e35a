/** Results on the map: named vector layers that can be shown, hidden, asked and cleared. */

import type { FeatureLike } from 'ol/Feature';
import type Map from 'ol/Map';
import { createEmpty, extend, isEmpty } from 'ol/extent';
import VectorLayer from 'ol/layer/Vector';
import VectorSource from 'ol/source/Vector';
import type { StyleFunction } from 'ol/style/Style';
import type { FeatureCollection } from '../api/geojson';
import { isBase } from '../layers/contract';
import { GEOJSON } from './map';
import { changeStyle, circleStyle, defectStyle, routeStyle, siteStyle } from './plan-styles';
import { catchmentStyle, checkStyle, closedStyle, demandStyle, exposedStyle, ringStyle, shelterUseStyle } from './styles';

/** From the bottom to the top. */
export const OVERLAYS = ['checks', 'catchments', 'circles', 'closures', 'rings', 'exposed', 'routes', 'demand', 'shelters', 'changes', 'network', 'sites'] as const;
export type OverlayName = (typeof OVERLAYS)[number];

export const CHECK_OVERLAYS = ['checks'] as const;
export const BUFFER_OVERLAYS = ['rings', 'exposed'] as const;
export const COVERAGE_OVERLAYS = ['catchments', 'demand', 'shelters'] as const;
export const PLAN_OVERLAYS = ['circles', 'routes', 'changes', 'network', 'sites'] as const;
export const WARNING_OVERLAYS = ['closures', 'catchments', 'demand', 'shelters'] as const;

/** Published layers whose features an overlay shows in its own way. */
const REPLACES: Partial<Record<OverlayName, string>> = { demand: 'settlement', shelters: 'shelter' };
/** Overlays of so many features that only the base map is quiet enough beneath them. */
const WANTS_QUIET: readonly OverlayName[] = ['demand', 'catchments', 'circles'];

const STYLES: Record<OverlayName, StyleFunction> = {
  checks: checkStyle,
  catchments: catchmentStyle,
  closures: closedStyle,
  rings: ringStyle,
  exposed: exposedStyle,
  demand: demandStyle,
  shelters: shelterUseStyle,
  circles: circleStyle,
  routes: routeStyle,
  changes: changeStyle,
  network: defectStyle,
  sites: siteStyle,
};

export class Overlays {
  private readonly layers = {} as Record<OverlayName, VectorLayer<VectorSource>>;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly map: Map) {
    OVERLAYS.forEach((name, index) => {
      const layer = new VectorLayer({ source: new VectorSource(), style: STYLES[name], zIndex: 50 + index });
      layer.set('overlay', name);
      this.layers[name] = layer;
      map.addLayer(layer);
    });
  }

  /** Shows `collection` in place of what the overlay held. */
  set(name: OverlayName, collection: FeatureCollection): void {
    const source = this.layers[name].getSource() as VectorSource;
    source.clear();
    source.addFeatures(GEOJSON.readFeatures(collection, { featureProjection: this.map.getView().getProjection() }) as never[]);
    this.changed();
  }

  clear(...names: OverlayName[]): void {
    names.forEach((name) => this.layers[name].getSource()?.clear());
    this.changed();
  }

  isVisible(name: OverlayName): boolean {
    return this.layers[name].getVisible();
  }

  setVisible(name: OverlayName, visible: boolean): void {
    this.layers[name].setVisible(visible);
    this.changed();
  }

  /** Shows the named overlays and hides all others. */
  showOnly(...names: OverlayName[]): void {
    OVERLAYS.forEach((name) => this.layers[name].setVisible(names.includes(name)));
    this.changed();
  }

  /** Should other layers than the base map stay off while such a result is shown? The reader may say no. */
  quiet = true;

  /** Is this layer (name without workspace) to stay off the map because of the results shown? */
  hides(name: string): boolean {
    const shown = this.shown();
    if (shown.some((overlay) => REPLACES[overlay] === name)) return true;
    return this.quiet && shown.some((overlay) => WANTS_QUIET.includes(overlay)) && !isBase(name);
  }

  setQuiet(quiet: boolean): void {
    this.quiet = quiet;
    this.changed();
  }

  /** Does any feature of an overlay have this property? */
  hasProperty(name: OverlayName, property: string): boolean {
    return this.layers[name].getSource()?.getFeatures().some((feature) => feature.get(property) !== undefined) ?? false;
  }

  /** Overlays that hold something and are shown. */
  shown(): OverlayName[] {
    return OVERLAYS.filter((name) => this.isVisible(name) && !this.layers[name].getSource()?.isEmpty());
  }

  /** Goes to all that the named overlays hold. */
  zoomTo(...names: OverlayName[]): void {
    const extent = createEmpty();
    for (const name of names) extend(extent, this.layers[name].getSource()?.getExtent() ?? createEmpty());
    if (!isEmpty(extent)) this.map.getView().fit(extent, { padding: [30, 240, 30, 30], maxZoom: 15, duration: 600 });
  }

  /** Result features at a pixel, the uppermost first. */
  at(pixel: number[]): { overlay: OverlayName; feature: FeatureLike }[] {
    const hits: { overlay: OverlayName; feature: FeatureLike }[] = [];
    this.map.forEachFeatureAtPixel(
      pixel,
      (feature, layer) => void hits.push({ overlay: layer.get('overlay') as OverlayName, feature }),
      { hitTolerance: 4, layerFilter: (layer) => layer.get('overlay') !== undefined },
    );
    return hits;
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  private changed(): void {
    this.listeners.forEach((listener) => listener());
  }
}
