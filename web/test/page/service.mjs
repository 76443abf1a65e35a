/** What the checks ask of the service beside the page, and distances worked out here. */

export class Service {
  constructor(base, password) {
    this.base = base.endsWith('/') ? base : `${base}/`;
    this.password = password;
  }

  async json(path, init) {
    const response = await fetch(this.base + path, init);
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status} ${(await response.text()).slice(0, 200)}`);
    return response.json();
  }

  state() {
    return this.json('riskmap/state');
  }

  /** All features of a layer, or those that an ECQL filter keeps. */
  async features(layer, filter) {
    const query = new URLSearchParams({
      service: 'WFS', version: '2.0.0', request: 'GetFeature', typeNames: `risk:${layer}`, outputFormat: 'application/json', srsName: 'CRS:84',
      ...(filter ? { cql_filter: filter } : {}),
    });
    return (await this.json(`geoserver/wfs?${query}`)).features;
  }

  setShelter(id, status) {
    return this.json(`riskmap/shelters/${id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', Authorization: `Basic ${Buffer.from(`admin:${this.password}`).toString('base64')}` },
      body: JSON.stringify({ status }),
    });
  }
}

/**
 * Metres between two points up to some kilometres apart, by the GRS80 ellipsoid's radii of curvature at their mean latitude
 * (M = a(1−e²)/w³, N = a/w, w = √(1−e² sin²φ)); within a millimetre or so of the geodesic at 1 km.
 */
export function metresBetween([lon1, lat1], [lon2, lat2]) {
  const a = 6378137;
  const e2 = 0.00669438002290;
  const radians = Math.PI / 180;
  const latitude = ((lat1 + lat2) / 2) * radians;
  const w = Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
  const north = ((lat2 - lat1) * radians * a * (1 - e2)) / w ** 3;
  const east = ((lon2 - lon1) * radians * a * Math.cos(latitude)) / w;
  return Math.hypot(north, east);
}
