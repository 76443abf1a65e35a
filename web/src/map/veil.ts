/** A pale veil over all that lies outside the county, so that the eye stays inside. */

import Feature from 'ol/Feature';
import type Map from 'ol/Map';
import { MultiPolygon, Polygon } from 'ol/geom';
import { transformExtent } from 'ol/proj';
import VectorLayer from 'ol/layer/Vector';
import VectorSource from 'ol/source/Vector';
import { Fill, Style } from 'ol/style';
import type { FeatureCollection } from '../api/geojson';
import { json } from '../api/http';
import { GEOJSON } from './map';

/** West, south, east, north in degrees of what the veil covers at most. */
const EVERYWHERE = [60, 0, 150, 60];
/** Above the service's images, below results. */
const HEIGHT = 40;

export class Veil {
  private readonly source = new VectorSource();

  constructor(private readonly map: Map) {
    map.addLayer(new VectorLayer({ source: this.source, style: new Style({ fill: new Fill({ color: 'rgba(244,246,243,0.72)' }) }), zIndex: HEIGHT }));
  }

  /** Leaves the counties of the data free; without any there is no veil. */
  async refresh(): Promise<void> {
    const query = new URLSearchParams({
      service: 'WFS', version: '2.0.0', request: 'GetFeature', typeNames: 'risk:admin_area', outputFormat: 'application/json',
      srsName: 'CRS:84', propertyName: 'geom', cql_filter: "level = 'county'",
    });
    const counties = await json<FeatureCollection>(`geoserver/wfs?${query}`);
    const projection = this.map.getView().getProjection();
    const holes: number[][][] = [];
    for (const feature of GEOJSON.readFeatures(counties, { featureProjection: projection })) {
      const geometry = feature.getGeometry();
      if (geometry instanceof Polygon) holes.push(geometry.getCoordinates()[0] ?? []);
      if (geometry instanceof MultiPolygon) for (const part of geometry.getCoordinates()) holes.push(part[0] ?? []);
    }
    this.source.clear();
    if (holes.length === 0) return;
    const [west = 0, south = 0, east = 0, north = 0] = transformExtent(EVERYWHERE, 'EPSG:4326', projection);
    const frame = [[west, south], [east, south], [east, north], [west, north], [west, south]];
    this.source.addFeature(new Feature(new Polygon([frame, ...holes])));
  }
}
