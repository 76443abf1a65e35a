/** Which layers the reader has switched on, and how opaque. Tells its listeners after each change. */

import { GROUPS, local, type GroupName } from './contract';
import type { Shown } from './images';
import type { MapLayer } from './tree';

export class LayerStore {
  private layers: MapLayer[] = [];
  private readonly visible = new Set<string>();
  private readonly opacities = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private replaced: readonly string[] = [];
  private chosen: GroupName = GROUPS[0];

  get group(): GroupName {
    return this.chosen;
  }

  /** From the bottom of the map to its top. */
  get all(): readonly MapLayer[] {
    return this.layers;
  }

  offer(layers: MapLayer[]): void {
    this.layers = layers;
    this.chooseGroup(this.chosen);
  }

  /** Shows what the group shows at first and hides all else; opacities stay. */
  chooseGroup(group: GroupName): void {
    this.chosen = group;
    this.visible.clear();
    for (const layer of this.layers) if (layer.shown.includes(group)) this.visible.add(layer.name);
    this.changed();
  }

  isVisible(name: string): boolean {
    return this.visible.has(name);
  }

  setVisible(name: string, visible: boolean): void {
    if (visible) this.visible.add(name);
    else this.visible.delete(name);
    this.changed();
  }

  opacity(name: string): number {
    return this.opacities.get(name) ?? 1;
  }

  setOpacity(name: string, opacity: number): void {
    this.opacities.set(name, opacity);
    this.changed();
  }

  /** Keeps layers (by name without workspace) off the map that a result on it makes superfluous. */
  hideWhere(hidden: (name: string) => boolean): void {
    const names = this.layers.map((layer) => local(layer.name)).filter(hidden);
    if (names.join() === this.replaced.join()) return;
    this.replaced = names;
    this.changed();
  }

  /** Layers on the map, from its bottom to its top. */
  visibleLayers(): MapLayer[] {
    return this.layers.filter((layer) => this.visible.has(layer.name) && !this.replaced.includes(local(layer.name)));
  }

  /** Layers that a click asks: those on the map and those that a result shows in its own way. */
  askable(): MapLayer[] {
    return this.layers.filter((layer) => this.visible.has(layer.name) && layer.queryable);
  }

  shown(): Shown[] {
    return this.visibleLayers().map((layer) => ({ name: layer.name, opacity: this.opacity(layer.name) }));
  }

  /** Has the map drawn again though no layer was chosen: for another moment. */
  redraw(): void {
    this.changed();
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  private changed(): void {
    this.listeners.forEach((listener) => listener());
  }
}
