/** Proposed warnings: looked at on the map before they are issued, issued by one click, or discarded. Only after login. */

import type { App } from '../app';
import type { FeatureCollection } from '../api/geojson';
import { asProblem } from '../api/http';
import { discardDraft, fetchDrafts, issueDraft, previewDraft, type Draft, type DraftPreview } from '../api/warnings';
import { fill, h } from '../dom';
import { t, tOr } from '../i18n';
import { count, instant } from '../i18n/format';
import { problemBox } from './form';

/** Puts land that would be closed on the map. */
export function showPlanned(app: App, closures: FeatureCollection, area?: FeatureCollection): void {
  app.overlays.set('closures', { type: 'FeatureCollection', features: [...(area?.features ?? []), ...closures.features] });
  app.overlays.setVisible('closures', true);
}

export class DraftList {
  readonly element = h('section', { class: 'kept-warnings drafts', 'aria-live': 'polite', hidden: true });
  private drafts: Draft[] = [];
  private preview: DraftPreview | null = null;

  constructor(private readonly app: App, private readonly changed: () => void) {}

  async refresh(): Promise<void> {
    if (this.app.session.user === null) {
      this.drafts = [];
      this.render();
      return;
    }
    try {
      this.drafts = await fetchDrafts();
      if (!this.drafts.some((one) => one.id === this.preview?.draft.id)) this.forget();
      this.render();
    } catch (failure) {
      this.element.hidden = false;
      fill(this.element, problemBox(asProblem(failure)));
    }
  }

  private forget(): void {
    if (this.preview) this.app.overlays.clear('closures');
    this.preview = null;
  }

  private render(): void {
    this.element.hidden = this.drafts.length === 0;
    fill(this.element, h('h3', {}, t('drafts.title'), h('span', { class: 'badge' }, String(this.drafts.length))),
      h('ul', { class: 'plain-list' }, this.drafts.map((one) => this.item(one))));
  }

  private item(one: Draft): HTMLElement {
    const { level, hazard, name } = one.request;
    const action = (key: 'look' | 'issue' | 'discard', work: () => Promise<void>) => h('button', {
      type: 'button', class: 'slim', 'data-action': `draft-${key}`, on: { click: () => void this.work(work) },
    }, t(`drafts.${key}`));
    return h('li', { class: 'kept-warning draft', 'data-draft': one.id, 'data-level': level },
      h('strong', {}, name ?? `${tOr(`hazard.${hazard}`, hazard)} · ${tOr(`level.${level}`, level)}`),
      h('span', { class: 'muted small' }, `${t(one.origin === '' ? 'drafts.by' : 'drafts.by.rain', { who: one.created_by, at: instant(one.created_at) })}${one.reason === '' ? '' : ` · ${one.reason}`}`),
      h('div', { class: 'inline draft-actions' },
        action('look', () => this.look(one)),
        action('issue', async () => {
          const issued = await issueDraft(one.id);
          this.app.notify(t('warnings.issued', { name: issued.name ?? issued.id }));
        }),
        action('discard', () => discardDraft(one.id))),
      this.preview?.draft.id === one.id ? this.meaning(this.preview) : null);
  }

  private meaning(preview: DraftPreview): HTMLElement {
    const persons = preview.move.reduce((sum, one) => sum + (one.population ?? 0), 0);
    return h('p', { class: 'small draft-meaning' }, t('drafts.meaning', {
      closures: count(preview.closures.features.length), settlements: count(preview.move.length), persons: count(persons),
    }));
  }

  private async look(one: Draft): Promise<void> {
    this.preview = await previewDraft(one.id);
    showPlanned(this.app, this.preview.closures, this.preview.area);
    this.app.overlays.zoomTo('closures');
    this.render();
  }

  private async work(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (failure) {
      this.app.notify(asProblem(failure).message, 'error');
    }
    await this.refresh();
    this.changed();
    await this.app.data.refresh().catch(() => undefined); // asked again in half a minute
  }
}
