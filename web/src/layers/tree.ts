/** What the service offers + what the page knows → the layer list, in drawing order. */

import type { Capabilities } from './capabilities';
import { GROUPS, LAYERS, SECTIONS, isResultLayer, local, type GroupName, type Section } from './contract';

export interface MapLayer {
  /** Name for requests, e.g. `risk:road`. */
  name: string;
  /** The service's own title, for layers whose name the page does not know. */
  title: string;
  section: Section;
  groups: GroupName[];
  shown: GroupName[];
  queryable: boolean;
}

/**
 * Out: the layers from the bottom of the map to its top, as the group of everything draws them. A group's members come from the capabilities where they show the
 * group as a tree, else from the contract. Unknown layers lie on top, in section `other`.
 */
export function layerTree(capabilities: Capabilities): MapLayer[] {
  const groupNames = new Set<string>(GROUPS);
  const order = heights(capabilities);
  return capabilities.layers
    .filter((offered) => !groupNames.has(local(offered.name)) && !isResultLayer(local(offered.name)))
    .map((offered) => {
      const known = LAYERS.find((layer) => layer.name === local(offered.name));
      const groups = GROUPS.filter((group) => {
        const members = capabilities.groups.get(group);
        return members ? members.includes(offered.name) : (known?.groups.includes(group) ?? group === 'one_map');
      });
      return {
        name: offered.name,
        title: offered.title,
        section: known?.section ?? ('other' as const),
        groups,
        shown: groups.filter((group) => known?.shown.includes(group) ?? false),
        queryable: offered.queryable,
      };
    })
    .sort((a, b) => order(a) - order(b));
}

/** Out: how high a layer lies: as in the capabilities' `one_map` where that is a tree, else as in the contract. */
function heights(capabilities: Capabilities): (layer: MapLayer) => number {
  const names = capabilities.groups.get('one_map')?.map(local) ?? LAYERS.map((layer) => layer.name);
  return (layer) => {
    const index = names.indexOf(local(layer.name));
    return index < 0 ? names.length : index;
  };
}

/** Sections with their layers, uppermost layer first: the order of the layer list. Empty sections are left out. */
export function bySection(layers: MapLayer[]): { section: Section; layers: MapLayer[] }[] {
  return SECTIONS.map((section) => ({
    section,
    layers: layers.filter((layer) => layer.section === section).reverse(),
  })).filter((entry) => entry.layers.length > 0);
}
