/** GeoJSON as the service writes it: longitude first. */

export interface Geometry {
  type: string;
  coordinates?: unknown;
  geometries?: Geometry[];
}

export interface Feature {
  type: 'Feature';
  id?: string | number;
  geometry: Geometry | null;
  properties: Record<string, unknown> | null;
}

export interface FeatureCollection {
  type: 'FeatureCollection';
  features: Feature[];
  /** GeoServer's member for coordinates that are not longitude and latitude. */
  crs?: { properties?: { name?: string } } | null;
}

export const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** In: a text property of any name of `names`. Out: the first that holds a non-empty text or a number. */
export function textOf(feature: Feature, ...names: string[]): string | null {
  for (const name of names) {
    const value = feature.properties?.[name];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return null;
}

/** A number property; null where the feature does not have it. */
export function numberOf(feature: Feature, name: string): number | null {
  const value = feature.properties?.[name];
  return typeof value === 'number' ? value : null;
}

/** In: GeoJSON coordinates of any depth. Out: an extent in degrees with room around. */
export function around(coordinates: unknown): [number, number, number, number] {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] !== 'number') return value.forEach(visit);
    const [lon, lat] = value as [number, number];
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  };
  visit(coordinates);
  return [box[0] - 0.006, box[1] - 0.006, box[2] + 0.006, box[3] + 0.006];
}
