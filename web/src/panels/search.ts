/** Search for a place by name: a combobox that flies to what is chosen. */

import type { App } from '../app';
import { asProblem, isAbort } from '../api/http';
import { searchPlaces, type Place } from '../api/service';
import { fill, h, icon } from '../dom';
import { t, tOr } from '../i18n';

const PAUSE_MS = 180;
/** Half the width of the view, in degrees, for a place that has no extent of its own. */
const AROUND_DEG = 0.012;

export class SearchBox {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly list = h('ul', { class: 'results', id: 'search-results', role: 'listbox', hidden: true });
  private places: Place[] = [];
  private active = -1;
  private timer = 0;
  private asking: AbortController | null = null;

  constructor(private readonly app: App) {
    this.input = h('input', {
      type: 'search', id: 'search', role: 'combobox', autocomplete: 'off', 'aria-expanded': 'false', 'aria-controls': 'search-results', 'aria-autocomplete': 'list',
      on: {
        input: () => this.later(),
        keydown: (event) => this.key(event),
        focus: () => { if (this.places.length > 0) this.toggle(true); },
        blur: () => setTimeout(() => this.toggle(false), 150),
      },
    });
    this.element = h('div', { class: 'search', role: 'search' }, icon('search', 17), this.input, this.list);
    this.render();
  }

  render(): void {
    this.input.placeholder = t('search.placeholder');
    this.input.setAttribute('aria-label', t('search.label'));
    this.list.setAttribute('aria-label', t('search.label'));
  }

  private later(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    const text = this.input.value.trim();
    if (text === '') {
      this.places = [];
      this.toggle(false);
      return;
    }
    this.timer = window.setTimeout(() => void this.ask(text), PAUSE_MS);
  }

  private async ask(text: string): Promise<void> {
    this.asking = new AbortController();
    try {
      this.places = await searchPlaces(text, this.asking.signal);
      this.active = this.places.length > 0 ? 0 : -1;
      this.draw(this.places.length === 0 ? t('search.none', { text }) : null);
    } catch (failure) {
      if (isAbort(failure)) return;
      this.places = [];
      this.draw(asProblem(failure).message);
    }
  }

  private draw(message: string | null): void {
    fill(this.list,
      message === null ? null : h('li', { class: 'nothing', role: 'option', 'aria-disabled': 'true' }, message),
      this.places.map((place, index) => h('li', {
        role: 'option', id: `search-result-${index}`, 'aria-selected': String(index === this.active),
        on: { mousedown: (event) => { event.preventDefault(); this.choose(place); } },
      }, h('span', { class: 'place' }, place.name), h('span', { class: 'context' },
        [place.context, tOr(`layer.${place.layer}`, place.layer)].filter((part) => part).join(' · ')))));
    this.toggle(true);
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = (this.active + step + this.places.length) % Math.max(1, this.places.length);
      [...this.list.children].forEach((item, index) => item.setAttribute('aria-selected', String(index === this.active)));
      this.input.setAttribute('aria-activedescendant', `search-result-${this.active}`);
      this.list.children[this.active]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      const place = this.places[this.active];
      if (place) this.choose(place);
    } else if (event.key === 'Escape') {
      this.toggle(false);
    }
  }

  private choose(place: Place): void {
    this.input.value = place.name;
    this.toggle(false);
    this.app.view.highlight([{ type: 'Point', coordinates: [place.lon, place.lat] }]);
    this.app.view.flyTo(place.extent ?? [place.lon - AROUND_DEG, place.lat - AROUND_DEG, place.lon + AROUND_DEG, place.lat + AROUND_DEG]);
  }

  private toggle(open: boolean): void {
    this.list.hidden = !open;
    this.input.setAttribute('aria-expanded', String(open));
  }
}
