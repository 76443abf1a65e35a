/** Builds DOM nodes. Data reaches the page only as text nodes and attributes, never as markup. */

export type Child = Node | string | number | null | undefined | false | Child[];

type Handlers = { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };

export interface Props {
  class?: string | null;
  on?: Handlers;
  /** Attributes; `true` sets an empty one, `false`, `null` and `undefined` none. */
  [attribute: string]: unknown;
}

/** A new element. `value`, `checked`, `disabled` and `selected` are set as properties, all else as attributes. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === 'on') {
      for (const [event, handler] of Object.entries(value as Record<string, EventListener>)) {
        element.addEventListener(event, handler);
      }
    } else if (name === 'value' || name === 'checked' || name === 'disabled' || name === 'selected') {
      (element as unknown as Record<string, unknown>)[name] = value;
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  append(element, children);
  return element;
}

export function append(parent: Node, children: Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(parent, child);
    else if (child instanceof Node) parent.appendChild(child);
    else if (child !== null && child !== undefined && child !== false) {
      parent.appendChild(document.createTextNode(String(child)));
    }
  }
}

/** Replaces everything inside `parent`. */
export function fill(parent: Element, ...children: Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

const SVG = 'http://www.w3.org/2000/svg';

/** 24 × 24 line icons, drawn with `currentColor`. */
const ICONS = {
  layers: 'M12 3 3 8l9 5 9-5zM3.5 12.2 12 17l8.5-4.8M3.5 16.2 12 21l8.5-4.8',
  buffer: 'M12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20',
  coverage: 'M3 21V10l6-5 6 5v11M7 21v-6h4v6M18 9.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4M15 21v-6a3 3 0 0 1 6 0v6',
  print: 'M7 8V3h10v5M7 17H4v-8h16v8h-3M7 14h10v7H7z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 21 21',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9l6 6 6-6',
  right: 'M9 6l6 6-6 6',
  left: 'M15 6l-6 6 6 6',
  home: 'M4 11l8-7 8 7v9H4zM10 20v-6h4v6',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 21c0-4 3.6-6 8-6s8 2 8 6',
  download: 'M12 4v11M7 10.5l5 5 5-5M4 20h16',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  point: 'M12 21s-6.5-6.2-6.5-11a6.5 6.5 0 0 1 13 0c0 4.8-6.5 11-6.5 11zM12 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4',
  line: 'M4 18 10 9l5 5 5-9M4 18h.01M10 9h.01M15 14h.01M20 5h.01',
  polygon: 'M5 9l8-5 7 7-3 8H7z',
  warning: 'M12 4 2.5 20h19zM12 10v5M12 17.5v.2',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5.5M12 7.5v.2',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  play: 'M8 5l11 7-11 7z',
} as const;

export type IconName = keyof typeof ICONS;

export function icon(name: IconName, sizePx = 18): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({
    viewBox: '0 0 24 24', width: sizePx, height: sizePx, fill: 'none', stroke: 'currentColor',
    'stroke-width': 1.7, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true', class: 'icon',
  })) svg.setAttribute(key, String(value));
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.appendChild(path);
  return svg;
}

let lastId = 0;

/** An id that no other element of the page has, for labels and ARIA references. */
export function uniqueId(prefix: string): string {
  lastId += 1;
  return `${prefix}-${lastId}`;
}
