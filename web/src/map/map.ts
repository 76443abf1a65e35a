/** The map: the service's WMS images below, drawings and results above. Knows no panels. */

import Map from 'ol/Map';
import View from 'ol/View';
import { defaults as defaultInteractions } from 'ol/interaction/defaults';
import type { Extent } from 'ol/extent';
import GeoJSON from 'ol/format/GeoJSON';
import ImageLayer from 'ol/layer/Image';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat, get as projection, transform, transformExtent } from 'ol/proj';
import ImageWMS from 'ol/source/ImageWMS';
import VectorSource from 'ol/source/Vector';
import type { Geometry } from '../api/geojson';
import { BASE } from '../api/http';
import type { ImagePlan } from '../layers/images';
import { highlightStyle } from './styles';

export const WMS_URL = `${BASE}geoserver/wms`;

/** Features of the service ↔ features; name the map's projection as `featureProjection` in each call. */
export const GEOJSON = new GeoJSON({ dataProjection: 'EPSG:4326' });

/** What the map can be drawn in: Web Mercator, or CGCS2000 longitude and latitude as they are. */
export const PROJECTIONS = ['EPSG:3857', 'EPSG:4490'] as const;
export type ProjectionCode = (typeof PROJECTIONS)[number];

const CHINA: Extent = [73, 17, 136, 54];

export interface LoadState {
  pending: number;
  failed: boolean;
}

export class MapView {
  readonly map: Map;
  private readonly images: ImageLayer<ImageWMS>[] = [];
  private readonly highlightSource = new VectorSource();
  /** The moment whose warnings and closures are shown, ISO 8601; null: now. */
  time: string | null = null;
  /** Degrees. */
  private home: Extent = CHINA;
  private load: LoadState = { pending: 0, failed: false };

  constructor(
    target: HTMLElement,
    private readonly onLoad: (state: LoadState) => void,
  ) {
    this.map = new Map({
      target,
      controls: [],
      interactions: defaultInteractions({ altShiftDragRotate: false, pinchRotate: false }),
      layers: [new VectorLayer({ source: this.highlightSource, style: highlightStyle, zIndex: 90 })],
      view: viewIn('EPSG:3857', fromLonLat([105, 35]), 5),
    });
  }

  get view(): View {
    return this.map.getView();
  }

  get projection(): ProjectionCode {
    return this.view.getProjection().getCode() as ProjectionCode;
  }

  /** Draws the map in another projection, at the same place and scale. */
  setProjection(code: ProjectionCode): void {
    const before = this.projection;
    if (code === before) return;
    const centre = transform(this.view.getCenter() ?? [0, 0], before, code);
    for (const layer of this.map.getAllLayers()) {
      const source = layer.getSource();
      if (source instanceof VectorSource) source.forEachFeature((feature) => void feature.getGeometry()?.transform(before, code));
    }
    this.map.setView(viewIn(code, centre, this.view.getZoom() ?? 5));
  }

  private toMap(degrees: Extent): Extent {
    return transformExtent(degrees, 'EPSG:4326', this.projection);
  }

  /** In: degrees, west, south, east, north. */
  setHome(extent: [number, number, number, number]): void {
    this.home = extent;
  }

  goHome(animated = true): void {
    this.view.fit(this.toMap(this.home), { padding: [14, 236, 14, 14], duration: animated ? 500 : 0 });
  }

  /** Goes where the reader can see `extent` (degrees), never closer than zoom 16. */
  flyTo(extent: [number, number, number, number]): void {
    this.view.fit(this.toMap(extent), {
      padding: [70, 60, 70, 60], maxZoom: 15, duration: 700,
    });
  }

  zoomBy(delta: number): void {
    this.view.animate({ zoom: (this.view.getZoom() ?? 5) + delta, duration: 200 });
  }

  /** Shows the planned images; `version` is part of their addresses, so that changed data is fetched anew. */
  show(plans: (ImagePlan & { filter?: string })[], version: string): void {
    plans.forEach((plan, index) => {
      const layer = this.images[index] ?? this.addImage(index);
      const params = { LAYERS: plan.layers.join(','), DATA_VERSION: version, TIME: plan.time, ...(plan.filter ? { CQL_FILTER: plan.filter } : {}) };
      const source = layer.getSource() as ImageWMS;
      if (Object.entries(params).some(([key, value]) => source.getParams()[key] !== value)) source.updateParams(params);
      layer.setOpacity(plan.opacity);
      layer.setVisible(true);
    });
    this.images.slice(plans.length).forEach((layer) => layer.setVisible(false));
  }

  private addImage(index: number): ImageLayer<ImageWMS> {
    const source = new ImageWMS({
      url: WMS_URL,
      params: { LAYERS: '', FORMAT: 'image/png', TRANSPARENT: true, STYLES: '' },
      serverType: 'geoserver',
      // Room on all sides, so that dragging the map does not at once show where its image ends.
      ratio: 1.2,
    });
    source.on('imageloadstart', () => this.loading(1));
    source.on('imageloadend', () => this.loading(-1));
    source.on('imageloaderror', () => this.loading(-1, true));
    const layer = new ImageLayer({ source, zIndex: index });
    this.images.push(layer);
    this.map.addLayer(layer);
    return layer;
  }

  private loading(change: number, failed = false): void {
    const pending = Math.max(0, this.load.pending + change);
    const fresh = this.load.pending === 0 && change > 0;
    this.load = { pending, failed: failed || (this.load.failed && !fresh) };
    this.onLoad(this.load);
  }

  /** Asks for all images again, after some could not be had. */
  retry(): void {
    this.images.forEach((layer) => layer.getSource()?.refresh());
  }

  /** Marks geometries (longitude first, or in metres of EPSG:3857) and forgets earlier marks. */
  highlight(geometries: Geometry[], projected = false): void {
    this.highlightSource.clear();
    for (const geometry of geometries) {
      const options = { featureProjection: this.projection, ...(projected ? { dataProjection: 'EPSG:3857' } : {}) };
      this.highlightSource.addFeature(GEOJSON.readFeature({ type: 'Feature', geometry, properties: {} }, options) as never);
    }
  }
}

function viewIn(code: ProjectionCode, centre: number[], zoom: number): View {
  // proj4js knows no extent of a geographic system; the zoom levels follow from it.
  if (code === 'EPSG:4490') projection(code)?.setExtent([-180, -90, 180, 90]);
  return new View({ projection: code, center: centre, zoom, minZoom: 4, maxZoom: 19, enableRotation: false });
}
