/** Capabilities of the WMS → the layers and layer groups the page offers. */

export interface Offered {
  /** Name for requests, e.g. `risk:road`. */
  name: string;
  title: string;
  queryable: boolean;
}

export interface Capabilities {
  /** All layers that are no groups, in the document's order. */
  layers: Offered[];
  /** Group name without workspace → names of its layers, where the document shows the group as a tree. */
  groups: Map<string, string[]>;
}

/** In: a WMS 1.3.0 (or 1.1.1) capabilities document. Fails with an `Error` that quotes what came instead. */
export function parseCapabilities(xml: string): Capabilities {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  if (root.localName !== 'WMS_Capabilities' && root.localName !== 'WMT_MS_Capabilities') {
    throw new Error(`no WMS capabilities but ${root.localName}: ${(root.textContent ?? '').trim().slice(0, 200)}`);
  }
  const found: Capabilities = { layers: [], groups: new Map() };
  for (const top of layersIn(childrenNamed(root, 'Capability')[0] ?? root)) walk(top, found);
  return found;
}

function walk(element: Element, found: Capabilities): string[] {
  const name = textIn(element, 'Name');
  const children = layersIn(element);
  if (children.length === 0) {
    if (name === '') return [];
    if (!found.layers.some((layer) => layer.name === name)) {
      found.layers.push({ name, title: textIn(element, 'Title') || name, queryable: element.getAttribute('queryable') === '1' });
    }
    return [name];
  }
  const names = children.flatMap((child) => walk(child, found));
  if (name !== '') found.groups.set(name.slice(name.indexOf(':') + 1), names);
  return names;
}

function layersIn(element: Element): Element[] {
  return childrenNamed(element, 'Layer');
}

function childrenNamed(element: Element, localName: string): Element[] {
  return [...element.children].filter((child) => child.localName === localName);
}

function textIn(element: Element, localName: string): string {
  return (childrenNamed(element, localName)[0]?.textContent ?? '').trim();
}
