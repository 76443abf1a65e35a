/** The layers riskmap publishes, as the page groups and orders them. Titles are in the dictionaries. */

export const WORKSPACE = 'risk';

export const GROUPS = ['one_map', 'risk_map', 'resource_map'] as const;
export type GroupName = (typeof GROUPS)[number];

export const SECTIONS = ['hazard', 'people', 'rescue', 'order', 'base', 'other'] as const;
export type Section = (typeof SECTIONS)[number];

interface Known {
  name: string;
  section: Section;
  groups: readonly GroupName[];
  /** Shown at first in these groups. */
  shown: readonly GroupName[];
}

const ALL = GROUPS;
const RISK = ['one_map', 'risk_map'] as const;
const RESOURCE = ['one_map', 'resource_map'] as const;

/** From the bottom of the map to its top. */
export const LAYERS: readonly Known[] = [
  { name: 'hillshade', section: 'base', groups: ALL, shown: ALL },
  { name: 'admin_area', section: 'base', groups: ALL, shown: ALL },
  { name: 'fire_zone', section: 'hazard', groups: RISK, shown: ['risk_map'] },
  { name: 'geohazard_zone', section: 'hazard', groups: RISK, shown: RISK },
  { name: 'small_catchment', section: 'base', groups: RISK, shown: [] },
  { name: 'river', section: 'base', groups: ALL, shown: ALL },
  { name: 'firebreak', section: 'hazard', groups: RISK, shown: ['risk_map'] },
  { name: 'road', section: 'base', groups: ALL, shown: ALL },
  { name: 'geohazard_line', section: 'hazard', groups: RISK, shown: RISK },
  { name: 'closure', section: 'order', groups: ALL, shown: ALL },
  { name: 'warning', section: 'order', groups: RISK, shown: RISK },
  { name: 'rain_over', section: 'order', groups: RISK, shown: ['risk_map'] },
  { name: 'rain_gauge', section: 'base', groups: RISK, shown: [] },
  { name: 'rain_sum', section: 'order', groups: RISK, shown: ['risk_map'] },
  { name: 'settlement', section: 'people', groups: ALL, shown: RESOURCE },
  { name: 'geohazard_point', section: 'hazard', groups: RISK, shown: RISK },
  { name: 'fire_point', section: 'hazard', groups: RISK, shown: RISK },
  { name: 'hazard_site', section: 'hazard', groups: RISK, shown: RISK },
  { name: 'facility', section: 'people', groups: RESOURCE, shown: [] },
  { name: 'supply_depot', section: 'rescue', groups: RESOURCE, shown: RESOURCE },
  { name: 'rescue_station', section: 'rescue', groups: RESOURCE, shown: RESOURCE },
  { name: 'shelter', section: 'people', groups: RESOURCE, shown: RESOURCE },
];

/** Layers that only make sense for one run of an analysis; the results show them, the layer list does not. */
export function isResultLayer(name: string): boolean {
  return name.startsWith('run_') || name === 'shelter_catchment';
}

/** In: a name without workspace. */
export function isBase(name: string): boolean {
  return LAYERS.some((layer) => layer.name === name && layer.section === 'base');
}

/** Layers whose features can be hazards or exposed in a buffer analysis. */
export const HAZARD_LAYERS = [
  'geohazard_zone', 'geohazard_point', 'geohazard_line', 'hazard_site', 'fire_zone', 'fire_point', 'river', 'closure', 'warning',
] as const;
export const EXPOSED_LAYERS = [
  'settlement', 'facility', 'shelter', 'hazard_site', 'road', 'fire_zone', 'rescue_station', 'supply_depot', 'geohazard_point', 'admin_area',
] as const;
export const EXPOSED_DEFAULT: readonly string[] = ['settlement', 'shelter', 'hazard_site', 'road'];

/** `risk:road` → `road`. */
export function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function qualified(name: string): string {
  return name.includes(':') ? name : `${WORKSPACE}:${name}`;
}
