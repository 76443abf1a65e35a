/** How drawings and results look. Reason colours are the ones of charts and tables (`--reason-*` in tokens.css). */

import type { FeatureLike } from 'ol/Feature';
import { Circle, Fill, RegularShape, Stroke, Style, Text } from 'ol/style';
import type { Reason } from '../api/processes';

export const STATE_COLOURS = {
  assigned: '#2c8c6b',
  no_capacity: '#e6b23f',
  too_far: '#cf4a2e',
  no_path: '#7b2346',
  not_snapped: '#75708a',
} as const satisfies Record<Reason | 'assigned', string>;

/** From the innermost ring outwards; further rings repeat the last colour. */
export const RING_COLOURS = ['#c0392b', '#e07b39', '#eab54d', '#9fb86a', '#6aa5a9'] as const;

export function ringColour(index: number): string {
  return RING_COLOURS[Math.min(Math.max(index, 0), RING_COLOURS.length - 1)] as string;
}

/** Pale land-use tints, told apart side by side; assigned to catchments by the shelter's id. */
const CATCHMENT_COLOURS = ['#5b8fb9', '#69a297', '#a68cc0', '#c29e63', '#8aa65b', '#c0847d', '#5fa3b3', '#8c93c7'] as const;

function hash(text: string): number {
  let value = 7;
  for (const char of text) value = (value * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return value;
}

export function withAlpha(hex: string, alpha: number): string {
  return hex + Math.round(alpha * 255).toString(16).padStart(2, '0');
}

const WHITE = '#ffffff';

export const highlightStyle = [
  new Style({
    stroke: new Stroke({ color: withAlpha(WHITE, 0.9), width: 6 }),
    image: new Circle({ radius: 15, stroke: new Stroke({ color: withAlpha(WHITE, 0.9), width: 5 }) }),
  }),
  new Style({
    stroke: new Stroke({ color: '#0b7285', width: 2.6 }),
    fill: new Fill({ color: 'rgba(11,114,133,0.10)' }),
    image: new Circle({ radius: 15, stroke: new Stroke({ color: '#0b7285', width: 2.6 }) }),
  }),
];

export const drawnStyle = new Style({
  stroke: new Stroke({ color: '#8e2440', width: 2.4, lineDash: [8, 5] }),
  fill: new Fill({ color: 'rgba(142,36,64,0.12)' }),
  image: new Circle({ radius: 6, fill: new Fill({ color: '#8e2440' }), stroke: new Stroke({ color: WHITE, width: 2 }) }),
});

const SEVERITY_COLOURS: Record<string, string> = { problem: '#c0392b', notice: '#d98e04', ok: '#2e8b57' };
const FIRE_COLOURS = ['#3f9b52', '#3b78b5', '#e0b400', '#e07b39', '#c0392b'] as const;

export function severityColour(severity: string): string {
  return SEVERITY_COLOURS[severity] ?? '#75708a';
}

/** In: a class of fire danger, 1 to 5. Out: green, blue, yellow, orange, red; grey where it is not known. */
export function fireColour(danger: number | null): string {
  return FIRE_COLOURS[(danger ?? 0) - 1] ?? '#75708a';
}

/** What a check found: by severity, zones of the forest by their class (property `fire`). */
export function checkStyle(feature: FeatureLike): Style {
  const fire = feature.get('fire') as number | null | undefined;
  const colour = fire === undefined ? severityColour(String(feature.get('severity'))) : fireColour(fire);
  const line = feature.getGeometry()?.getType().endsWith('LineString') ?? false;
  return new Style({
    stroke: new Stroke({ color: line ? colour : withAlpha(colour, 0.95), width: line ? 2.6 : 1.4 }),
    fill: new Fill({ color: withAlpha(colour, 0.28) }),
    image: new Circle({ radius: 5.5, fill: new Fill({ color: colour }), stroke: new Stroke({ color: WHITE, width: 1.4 }) }),
    zIndex: line ? 3 : feature.get('severity') === 'problem' ? 2 : 1,
  });
}

/** Land that a warning would close, and the warned area itself (property `level`): planned, so dashed. */
export function closedStyle(feature: FeatureLike): Style {
  const warned = feature.get('level') !== undefined || typeof feature.get('road_classes') === 'string';
  return new Style({
    fill: new Fill({ color: warned ? 'rgba(245,124,0,0.05)' : 'rgba(160,20,60,0.20)' }),
    stroke: new Stroke({ color: warned ? '#b65a00' : '#a0143c', width: warned ? 2 : 1.8, lineDash: warned ? [10, 6] : [4, 3] }),
  });
}

export function ringStyle(feature: FeatureLike): Style {
  const colour = ringColour(Number(feature.get('ring') ?? 0));
  return new Style({
    fill: new Fill({ color: withAlpha(colour, 0.2) }),
    stroke: new Stroke({ color: withAlpha(colour, 0.95), width: 1.6 }),
  });
}

/** A line is exposed as a whole, however far it runs on outside: it is drawn thinly. */
export function exposedStyle(feature: FeatureLike): Style {
  const colour = ringColour(Number(feature.get('ring') ?? 0));
  if (feature.getGeometry()?.getType().endsWith('LineString')) return new Style({ stroke: new Stroke({ color: withAlpha(colour, 0.6), width: 1.6 }) });
  return new Style({
    stroke: new Stroke({ color: withAlpha(colour, 0.9), width: 2.4 }),
    fill: new Fill({ color: withAlpha(colour, 0.15) }),
    image: new Circle({ radius: 5, fill: new Fill({ color: colour }), stroke: new Stroke({ color: WHITE, width: 1.4 }) }),
  });
}

/**
 * In: the map's resolution, m per pixel in EPSG:3857 (never below 0.2) or degrees per pixel in EPSG:4490 (never above 0.1).
 * Out: m per pixel at the equator.
 */
function metresPerPixel(resolution: number): number {
  return resolution < 0.15 ? resolution * 111_319.5 : resolution;
}

/** Symbols shrink where the whole county is in view, so that they do not hide each other. */
function symbolScale(resolution: number): number {
  return Math.min(1, Math.max(0.4, 1.15 - 0.21 * Math.log2(Math.max(1, metresPerPixel(resolution) / 8))));
}

/** A settlement's disc: its area grows with its people, its colour says whether they have a place and, if not, why. */
export function demandStyle(feature: FeatureLike, resolution: number): Style[] {
  const population = Number(feature.get('population') ?? 0);
  const assigned = Number(feature.get('assigned') ?? 0);
  const reason = feature.get('reason') as Reason | null;
  const scale = symbolScale(resolution);
  const radius = scale * Math.min(16, 4 + Math.sqrt(population) / 5);
  const whole = assigned >= population;
  const colour = whole || reason === null ? STATE_COLOURS.assigned : STATE_COLOURS[reason];
  const disc = new Style({
    image: new Circle({
      radius, fill: new Fill({ color: withAlpha(colour, 0.92) }), stroke: new Stroke({ color: WHITE, width: 1.3 * scale }),
    }),
    zIndex: whole ? 1 : 2,
  });
  if (whole || assigned <= 0) return [disc];
  // The green core of a settlement that is served in part has the served share of the disc's area.
  const core = new Circle({ radius: radius * Math.sqrt(assigned / population), fill: new Fill({ color: STATE_COLOURS.assigned }) });
  return [disc, new Style({ image: core, zIndex: 2 })];
}

/** A shelter's square: the fuller the darker; grey and open where it was left out. */
export function shelterUseStyle(feature: FeatureLike, resolution: number): Style {
  const capacity = Number(feature.get('capacity') ?? 0);
  const used = Number(feature.get('used') ?? 0);
  const excluded = typeof feature.get('excluded') === 'string';
  const share = capacity > 0 ? used / capacity : 0;
  const fill = excluded ? '#eef1f2' : share >= 1 ? '#123f5c' : share > 0 ? '#3d8bb5' : WHITE;
  return new Style({
    image: new RegularShape({
      points: 4, angle: Math.PI / 4, radius: symbolScale(resolution) * (excluded ? 7 : 10),
      fill: new Fill({ color: fill }), stroke: new Stroke({ color: share > 0 && !excluded ? WHITE : excluded ? '#8b979d' : '#123f5c', width: 1.2 }),
    }),
    zIndex: excluded ? 3 : 4,
    ...(metresPerPixel(resolution) < 12 && !excluded && capacity > 0
      ? { text: new Text({
          text: `${used}/${capacity}`, offsetY: 15, font: '600 11px "Noto Sans CJK SC", sans-serif',
          fill: new Fill({ color: '#123f5c' }), stroke: new Stroke({ color: WHITE, width: 3 }),
        }) }
      : {}),
  });
}

export function catchmentStyle(feature: FeatureLike): Style {
  const colour = CATCHMENT_COLOURS[hash(String(feature.get('shelter_id') ?? feature.getId() ?? '')) % CATCHMENT_COLOURS.length] as string;
  return new Style({
    fill: new Fill({ color: withAlpha(colour, 0.34) }),
    stroke: new Stroke({ color: withAlpha(colour, 0.9), width: 1 }),
  });
}
