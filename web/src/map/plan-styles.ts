/** How results of planning look on the map. */

import type { FeatureLike } from 'ol/Feature';
import { Circle, Fill, RegularShape, Stroke, Style, Text } from 'ol/style';
import { RING_COLOURS, withAlpha } from './styles';

export const PLAN_COLOURS = { site: '#7a3e9d', route: '#0b7285', gained: '#2c8c6b', lost: '#cf4a2e', same: '#75708a', defect: '#cf4a2e' } as const;

const WHITE = '#ffffff';

/** A new place, with its rank. */
export function siteStyle(feature: FeatureLike): Style {
  return new Style({
    image: new RegularShape({ points: 5, radius: 13, radius2: 7, fill: new Fill({ color: PLAN_COLOURS.site }), stroke: new Stroke({ color: WHITE, width: 1.6 }) }),
    text: new Text({
      text: String(feature.get('rank') ?? ''), offsetY: 19, font: '700 12px "Noto Sans CJK SC", sans-serif',
      fill: new Fill({ color: PLAN_COLOURS.site }), stroke: new Stroke({ color: WHITE, width: 3 }),
    }),
  });
}

/** In: seconds. Out: the colour of a circle, the shorter the greener. */
export function circleColour(limitS: number): string {
  const at = [60, 180, 300, 900].findIndex((limit) => limitS <= limit);
  return [...RING_COLOURS].reverse()[at < 0 ? 4 : at + 1] as string;
}

export function circleStyle(feature: FeatureLike): Style {
  const colour = circleColour(Number(feature.get('limit_s') ?? 0));
  return new Style({ fill: new Fill({ color: withAlpha(colour, 0.3) }), stroke: new Stroke({ color: withAlpha(colour, 0.95), width: 1.2 }) });
}

/** A way, the wider the more people take it, from a ring to a dot. */
export function routeStyle(feature: FeatureLike): Style[] {
  const width = Math.min(7, 2 + Math.sqrt(Number(feature.get('persons') ?? 0)) / 6);
  return [
    new Style({ stroke: new Stroke({ color: withAlpha(WHITE, 0.85), width: width + 2.4 }) }),
    new Style({ stroke: new Stroke({ color: withAlpha(PLAN_COLOURS.route, 0.9), width, lineCap: 'round' }) }),
  ];
}

/** A settlement of which two runs differ: more places, fewer, or the same by another way. */
export function changeStyle(feature: FeatureLike): Style {
  const change = Number(feature.get('change') ?? 0);
  const colour = change > 0 ? PLAN_COLOURS.gained : change < 0 ? PLAN_COLOURS.lost : PLAN_COLOURS.same;
  return new Style({
    image: new Circle({ radius: 4 + Math.min(10, Math.sqrt(Math.abs(change))), fill: new Fill({ color: withAlpha(colour, 0.85) }), stroke: new Stroke({ color: WHITE, width: 1.3 }) }),
  });
}

export function defectStyle(): Style {
  return new Style({
    image: new RegularShape({ points: 3, radius: 9, fill: new Fill({ color: PLAN_COLOURS.defect }), stroke: new Stroke({ color: WHITE, width: 1.4 }) }),
  });
}
