/** Questions to the WMS besides the map itself: what is here, what do the symbols mean. */

import ImageWMS from 'ol/source/ImageWMS';
import type { Feature, FeatureCollection } from '../api/geojson';
import { json, send } from '../api/http';
import { MOMENTS } from '../layers/images';
import { parseCapabilities, type Capabilities } from '../layers/capabilities';
import type { Lang } from '../i18n';
import { Problem, isException, problemFrom } from '../api/problem';
import { WMS_URL, type MapView } from './map';

export async function fetchCapabilities(): Promise<Capabilities> {
  const query = new URLSearchParams({ service: 'WMS', version: '1.3.0', request: 'GetCapabilities' });
  const response = await send(`${WMS_URL}?${query}`);
  const xml = await response.text();
  if (isException('xml', xml)) throw problemFrom(response.status, 'xml', xml);
  try {
    return parseCapabilities(xml);
  } catch (failure) {
    throw new Problem(response.status, 'WMS GetCapabilities', String(failure), null);
  }
}

/** In: a layer's name. Out: the address of its legend in the page's language. */
export function legendUrl(layer: string, version: string, language: Lang): string {
  const query = new URLSearchParams({
    service: 'WMS', version: '1.3.0', request: 'GetLegendGraphic', format: 'image/png', layer, width: '22', height: '18',
    transparent: 'true', DATA_VERSION: version, language,
    legend_options: 'fontName:Noto Sans CJK SC;fontSize:12;fontColor:0x33424c;fontAntiAliasing:true;forceLabels:on;bgColor:0xffffff',
  });
  return `${WMS_URL}?${query}`;
}

/** The smallest first: who clicks inside a village means the village. */
const AREA_LEVELS = ['village', 'township', 'county'];

/** What the layers show at `coordinate` (in the map's projection), the uppermost layer first. */
export async function featureInfo(
  view: MapView,
  layers: string[],
  coordinate: number[],
  version: string,
  signal: AbortSignal,
): Promise<{ features: Feature[]; projected: boolean }> {
  const asked = view.time === null ? layers : layers.filter((name) => !MOMENTS.includes(name));
  const source = new ImageWMS({ url: WMS_URL, params: { LAYERS: asked.join(','), FORMAT: 'image/png', STYLES: '' } });
  const address = source.getFeatureInfoUrl(coordinate, view.view.getResolution() ?? 1, view.projection, {
    INFO_FORMAT: 'application/json', FEATURE_COUNT: 30, BUFFER: 8, DATA_VERSION: version, ...(view.time === null ? {} : { TIME: view.time }),
  });
  if (!address) return { features: [], projected: false };
  const answer = await json<FeatureCollection>(address, { signal });
  const order = [...layers].reverse().map((name) => name.slice(name.indexOf(':') + 1));
  const rank = (feature: Feature) => order.indexOf(layerOf(feature) ?? '') + AREA_LEVELS.indexOf(String(feature.properties?.level)) / 10;
  return {
    features: [...answer.features].sort((a, b) => rank(a) - rank(b)),
    projected: (answer.crs?.properties?.name ?? '').endsWith('3857'),
  };
}

/** `shelter.17` → `shelter`: the service's feature ids begin with the layer's name. */
export function layerOf(feature: Feature): string | null {
  const id = typeof feature.id === 'string' ? feature.id : '';
  return id.includes('.') ? id.slice(0, id.indexOf('.')) : null;
}

/** The id within the layer: the property `id`, else what follows the layer's name in the feature id. */
export function idOf(feature: Feature): string | null {
  const property = feature.properties?.id;
  if (typeof property === 'string' && property !== '') return property;
  const id = typeof feature.id === 'string' ? feature.id : '';
  return id.includes('.') ? id.slice(id.indexOf('.') + 1) : null;
}
