/** What the panels share: the map, the layers, the data's state, the login. */

import { fetchState, type State } from './api/service';
import type { LayerStore } from './layers/store';
import type { Drawings } from './map/draw';
import type { MapView } from './map/map';
import type { Overlays } from './map/overlays';

export interface App {
  view: MapView;
  store: LayerStore;
  overlays: Overlays;
  drawings: Drawings;
  data: DataState;
  session: Session;
  /** Opens the login dialog; resolves true once logged in. */
  askLogin: () => Promise<boolean>;
  closePopup: () => void;
  /** Starts a buffer round one feature, from its popup. */
  bufferAround: (layer: string, id: string) => void;
  notify: (text: string, kind?: 'info' | 'error') => void;
}

/** The state of the service's data; asks again every half minute while the page is looked at. */
export class DataState {
  private current: State | null = null;
  private readonly listeners = new Set<() => void>();

  get state(): State | null {
    return this.current;
  }

  get version(): string {
    return this.current?.data_version ?? '';
  }

  async refresh(): Promise<void> {
    const next = await fetchState();
    const changed = JSON.stringify(next) !== JSON.stringify(this.current);
    this.current = next;
    if (changed) this.listeners.forEach((listener) => listener());
  }

  watch(): void {
    setInterval(() => {
      if (document.visibilityState === 'visible') void this.refresh().catch(() => undefined); // asked again in half a minute
    }, 30_000);
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }
}

export class Session {
  private name: string | null = null;
  private readonly listeners = new Set<() => void>();

  get user(): string | null {
    return this.name;
  }

  set user(name: string | null) {
    this.name = name;
    this.listeners.forEach((listener) => listener());
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }
}
