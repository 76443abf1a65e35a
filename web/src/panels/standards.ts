/** The table of standards on the page: figures beside their source and certainty; after login, a new version from a day on. */

import type { App } from '../app';
import { asProblem } from '../api/http';
import { addStandards, fetchStandards, holds, today, type Certainty, type NewVersion, type Standard } from '../api/standards';
import { fill, h, icon } from '../dom';
import { lang, t, tOr } from '../i18n';
import { decimal } from '../i18n/format';
import { field, numberInput, problemBox, select } from './form';

const CERTAINTIES: Certainty[] = ['sure', 'second-hand', 'unverified'];

/** A figure's source and certainty, small, to stand next to it. */
export function sourceNote(standard: Standard): HTMLElement {
  return h('small', { class: 'source-note', 'data-certainty': standard.certainty, title: standard.source },
    `${sourceText(standard.source)} · ${t(`certainty.${standard.certainty}`)}`);
}

/** A source that has no English name is told of; its own words are the tooltip. */
function sourceText(source: string): string {
  return lang() === 'en' && /\p{Script=Han}/u.test(source) ? t('standards.source.chinese') : source;
}

/** Filled when the table is there: the source of one class of a topic today. Nothing where there is none. */
export function sourceOf(topic: string, className?: string): HTMLElement {
  const place = h('span', { class: 'source-place' });
  fetchStandards().then((all) => {
    const day = today();
    const found = all.find((one) => one.topic === topic && holds(one, day) && (className === undefined || one.class === className));
    if (found) fill(place, sourceNote(found));
  }).catch(() => undefined); // the figure stands without it
  return place;
}

export class StandardsPanel {
  readonly element = h('div', { class: 'standards-panel' });
  private all: Standard[] = [];
  private edited: Standard | null = null;
  private form: Record<'lower_bound' | 'upper_bound' | 'value' | 'source' | 'certainty' | 'valid_from' | 'note', string> | null = null;
  private pending: NewVersion[] = [];
  private readonly trouble = h('div');

  constructor(private readonly app: App) {
    app.session.onChange(() => this.render());
  }

  async refresh(): Promise<void> {
    try {
      this.all = await fetchStandards(true);
      this.trouble.replaceChildren();
    } catch (failure) {
      this.trouble.replaceChildren(problemBox(asProblem(failure)));
    }
    this.render();
  }

  render(): void {
    const topics = [...new Set(this.all.map((one) => one.topic))];
    fill(this.element,
      h('section', { class: 'desk-head' }, h('h3', {}, t('standards.title')), h('p', { class: 'muted small' }, t('standards.about')),
        this.app.session.user === null
          ? h('button', { type: 'button', class: 'wide', on: { click: () => void this.app.askLogin() } }, t('rules.login')) : null),
      this.trouble,
      topics.map((topic) => this.topic(topic)));
  }

  private topic(topic: string): HTMLElement {
    const day = today();
    const rows = this.all.filter((one) => one.topic === topic);
    return h('section', { class: 'desk-part standard-topic', 'data-topic': topic }, h('h4', {}, tOr(`topic.${topic}`, topic)),
      h('ul', { class: 'plain-list' }, rows.filter((one) => holds(one, day)).map((one) => this.row(one, rows))));
  }

  private row(one: Standard, rows: Standard[]): HTMLElement {
    const others = rows.filter((other) => other.class === one.class && other.quantity === one.quantity && other !== one);
    return h('li', { class: 'standard', 'data-class': one.class },
      h('span', {}, one.label_zh, ' ', h('strong', { class: 'standard-figure' }, figure(one))),
      h('span', { class: 'muted' }, sourceNote(one)),
      others.length === 0 ? null : h('details', { class: 'standard-history' }, h('summary', {}, t('standards.versions', { n: others.length })),
        h('ul', {}, others.map((other) => h('li', { class: 'small' }, `${figure(other)} · ${other.valid_from} – ${other.valid_to ?? ''} · ${other.source} · ${other.author} ${other.note}`)))),
      this.app.session.user === null ? null : h('button', {
        type: 'button', class: 'slim', 'data-action': 'standard-edit', 'aria-label': t('standards.edit', { name: one.label_zh }), on: { click: () => this.edit(one) },
      }, icon('edit', 14)),
      this.edited === one ? this.editor(one) : null);
  }

  private edit(one: Standard): void {
    this.edited = one;
    this.form = {
      lower_bound: String(one.lower_bound ?? ''), upper_bound: String(one.upper_bound ?? ''), value: String(one.value ?? ''),
      source: one.source, certainty: one.certainty, valid_from: today(), note: '',
    };
    this.render();
  }

  private editor(one: Standard): HTMLElement {
    const form = this.form as NonNullable<typeof this.form>;
    const number = (key: 'lower_bound' | 'upper_bound' | 'value') => field({ label: t(`standards.${key}`), unit: one.unit ?? '' },
      numberInput(form[key], (text) => (form[key] = text), { step: 'any', 'data-standard': key }));
    const words = (key: 'source' | 'note') => {
      const input = h('input', { type: 'text', value: form[key], 'data-standard': key });
      input.addEventListener('input', () => (form[key] = input.value));
      return field({ label: t(`standards.${key}`) }, input);
    };
    const from = h('input', { type: 'date', value: form.valid_from, 'data-standard': 'valid_from' });
    from.addEventListener('change', () => (form.valid_from = from.value));
    return h('div', { class: 'standard-editor' },
      one.value !== null || (one.lower_bound === null && one.upper_bound === null) ? number('value') : null,
      one.lower_bound !== null ? number('lower_bound') : null,
      one.upper_bound !== null ? number('upper_bound') : null,
      words('source'),
      field({ label: t('standards.certainty') }, select(CERTAINTIES.map((value) => ({ value, label: t(`certainty.${value}`) })), form.certainty, (value) => (form.certainty = value))),
      field({ label: t('standards.valid_from') }, from), words('note'),
      this.pending.length === 0 ? null : h('p', { class: 'small muted' }, t('standards.pending', { n: this.pending.length })),
      h('div', { class: 'inline' },
        h('button', { type: 'button', class: 'slim', 'data-action': 'standard-save', on: { click: () => void this.save(one) } }, t('standards.save')),
        h('button', { type: 'button', class: 'slim', 'data-action': 'standard-with', title: t('standards.with.about'), on: { click: () => this.keepForLater(one) } }, t('standards.with'))));
  }

  private version(one: Standard): NewVersion {
    const form = this.form as NonNullable<typeof this.form>;
    const number = (key: 'lower_bound' | 'upper_bound' | 'value') => (form[key].trim() === '' ? null : Number(form[key]));
    return {
      topic: one.topic, class: one.class, quantity: one.quantity, source: form.source.trim(), certainty: form.certainty as Certainty,
      valid_from: form.valid_from, lower_bound: number('lower_bound'), upper_bound: number('upper_bound'), value: number('value'),
    };
  }

  /** Classes that border on each other are saved together. */
  private keepForLater(one: Standard): void {
    this.pending = [...this.pending.filter((other) => other.class !== one.class || other.quantity !== one.quantity), this.version(one)];
    this.edited = null;
    this.app.notify(t('standards.pending', { n: this.pending.length }));
    this.render();
  }

  private async save(one: Standard): Promise<void> {
    const mine = this.version(one);
    const versions = [...this.pending.filter((other) => other.class !== one.class || other.quantity !== one.quantity), mine];
    try {
      await addStandards(versions, (this.form as NonNullable<typeof this.form>).note.trim());
      this.pending = [];
      this.edited = null;
      this.app.notify(t('standards.saved', { from: mine.valid_from }));
      await this.refresh();
    } catch (failure) {
      this.trouble.replaceChildren(problemBox(asProblem(failure)));
      this.trouble.scrollIntoView({ block: 'nearest' });
    }
  }
}

function figure(one: Standard): string {
  const unit = one.unit === null ? '' : ` ${one.unit}`;
  const show = (value: number) => (Number.isInteger(value) ? String(value) : decimal(value, 2));
  const range = one.lower_bound !== null && one.upper_bound !== null ? `${show(one.lower_bound)} – <${show(one.upper_bound)}`
    : one.lower_bound !== null ? `≥ ${show(one.lower_bound)}` : one.upper_bound !== null ? `< ${show(one.upper_bound)}` : '';
  return [range === '' ? '' : range + (one.value === null ? unit : ''), one.value === null ? '' : `${show(one.value)}${range === '' ? unit : ''}`].filter((part) => part !== '').join(' → ');
}
