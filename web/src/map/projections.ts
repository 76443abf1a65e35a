/** The coordinate systems of the page: the map's own EPSG:3857, CGCS2000 in degrees and in 3° zones. */

import { register } from 'ol/proj/proj4';
import proj4 from 'proj4';

/** Both are defined north first; without `+axis=neu` WMS 1.3.0 would get its BBOX the wrong way round. */
export function defineProjections(): void {
  proj4.defs('EPSG:4490', '+proj=longlat +ellps=GRS80 +no_defs +axis=neu');
  proj4.defs('EPSG:4549', zone(120));
  register(proj4);
}

function zone(centralMeridian: number): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs +axis=neu`;
}

/**
 * In: degrees. Out: northing X and easting Y in metres in the CGCS2000 3° zone by central meridian (EPSG:4534 for 75°E to
 * EPSG:4554 for 135°E) that the longitude lies in; null outside of those.
 */
export function gaussKrueger(lon: number, lat: number): { epsg: string; north: number; east: number } | null {
  const meridian = Math.round(lon / 3) * 3;
  if (meridian < 75 || meridian > 135) return null;
  const epsg = `EPSG:${4534 + (meridian - 75) / 3}`;
  if (!proj4.defs(epsg)) proj4.defs(epsg, zone(meridian));
  // Without enforceAxis proj4js takes and gives east first whatever +axis says.
  const [east, north] = proj4('WGS84', epsg, [lon, lat]) as [number, number];
  return { epsg, north, east };
}
