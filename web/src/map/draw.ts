/** Drawing on the map with the pointer: a point, a line or a polygon. Escape gives up. */

import type Map from 'ol/Map';
import Draw from 'ol/interaction/Draw';
import VectorLayer from 'ol/layer/Vector';
import VectorSource from 'ol/source/Vector';
import type { Geometry } from '../api/geojson';
import { GEOJSON } from './map';
import { drawnStyle } from './styles';

export type Shape = 'Point' | 'LineString' | 'Polygon';

/** The map tells of a single click this long after it at most: it waits whether a second one follows. */
const CLICK_MS = 500;

export class Drawings {
  private readonly sources: Record<string, VectorSource> = {};
  private interaction: Draw | null = null;
  private ended: (() => void) | null = null;
  private endedAtMs = -Infinity;
  /** Called when a drawing begins. */
  onStart: () => void = () => undefined;

  constructor(private readonly map: Map) {
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.stop();
    });
  }

  /** True while a click on the map belongs to a drawing, the one that ended it included. */
  get active(): boolean {
    return this.interaction !== null || performance.now() - this.endedAtMs < CLICK_MS;
  }

  /**
   * Lets the reader draw one `shape`, which replaces what `slot` held. Resolves with its geometry (longitude first), or
   * with null when given up.
   */
  draw(slot: string, shape: Shape): Promise<Geometry | null> {
    this.stop();
    this.onStart();
    const source = this.source(slot);
    return new Promise((resolve) => {
      const interaction = new Draw({ source, type: shape, style: drawnStyle });
      this.interaction = interaction;
      this.ended = () => resolve(null);
      interaction.on('drawstart', () => source.clear());
      interaction.on('drawend', (event) => {
        this.ended = null;
        this.endedAtMs = performance.now();
        setTimeout(() => this.stop(), 0);
        const geometry = event.feature.getGeometry();
        resolve(geometry ? (GEOJSON.writeGeometryObject(geometry, { featureProjection: this.map.getView().getProjection(), decimals: 7 }) as Geometry) : null);
      });
      this.map.addInteraction(interaction);
      this.map.getViewport()?.classList.add('drawing');
    });
  }

  stop(): void {
    if (this.interaction) this.map.removeInteraction(this.interaction);
    this.interaction = null;
    this.map.getViewport()?.classList.remove('drawing');
    this.ended?.();
    this.ended = null;
  }

  clear(slot: string): void {
    this.source(slot).clear();
  }

  private source(slot: string): VectorSource {
    const existing = this.sources[slot];
    if (existing) return existing;
    const source = new VectorSource();
    this.sources[slot] = source;
    this.map.addLayer(new VectorLayer({ source, style: drawnStyle, zIndex: 80 }));
    return source;
  }
}
