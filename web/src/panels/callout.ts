/** Calling people out: who answers for an area or a warning, by role, and the state of each call. Only after login. */

import type { App } from '../app';
import {
  CALL_STATES, downloadCallList, fetchCallList, fetchCallLists, makeCallList, setCall, type CallEntry, type CallList, type CallState,
} from '../api/callout';
import { asProblem } from '../api/http';
import { fetchWarnings, type Area, type KeptWarning } from '../api/warnings';
import { fill, h, icon } from '../dom';
import { lang, t } from '../i18n';
import { count, instant } from '../i18n/format';
import { problemBox, select } from './form';
import { WarnedAreaField } from './warned-area';

export class CalloutPanel {
  readonly element = h('div', { class: 'callout-panel' });
  private lists: CallList[] = [];
  private warnings: KeptWarning[] = [];
  private open: (CallList & { entries: CallEntry[] }) | null = null;
  private readonly area: WarnedAreaField;
  private readonly trouble = h('div');

  constructor(private readonly app: App) {
    this.area = new WarnedAreaField(app, () => this.render());
    app.session.onChange(() => {
      this.open = null; // nobody sees the list of whoever was logged in before
      this.lists = [];
      if (app.session.user === null) this.render();
      else if (!this.element.hidden) void this.refresh();
    });
  }

  async refresh(): Promise<void> {
    if (this.app.session.user !== null) {
      await this.work(async () => {
        this.lists = await fetchCallLists();
        this.warnings = (await fetchWarnings()).filter((one) => one.state !== 'over');
        await this.area.refresh();
      });
    }
    this.render();
  }

  render(): void {
    const head = h('section', { class: 'desk-head' }, h('h3', {}, t('calls.title')), h('p', { class: 'muted small' }, t('calls.about')));
    if (this.app.session.user === null) {
      fill(this.element, head, h('section', { class: 'desk-part' },
        h('button', { type: 'button', class: 'wide', id: 'calls-login', on: { click: () => void this.app.askLogin() } }, t('calls.login'))));
      return;
    }
    fill(this.element, head, this.trouble, this.open ? this.listView(this.open) : [this.making(), this.kept()]);
  }

  private making(): HTMLElement {
    const make = (area: Area | { warning: string }, title: string) => void this.work(async () => {
      const list = await makeCallList(area, title);
      this.open = await fetchCallList(list.id);
      this.render();
    });
    const byArea = () => {
      const area = this.area.area();
      if (area) make(area, t('calls.of.area'));
      else this.app.notify(t('warnings.area.none'), 'error');
    };
    return h('div', {},
      this.warnings.length === 0 ? null : h('section', { class: 'desk-part' }, h('h3', {}, t('calls.of.warning')),
        h('ul', { class: 'plain-list' }, this.warnings.map((one) => h('li', { class: 'kept-warning', 'data-level': one.level },
          h('span', {}, one.name ?? one.id),
          h('button', { type: 'button', class: 'slim', on: { click: () => make({ warning: one.id }, one.name ?? one.id) } }, t('calls.make')))))),
      this.area.view(),
      h('div', { class: 'desk-part' }, h('button', { type: 'button', class: 'primary wide', id: 'calls-make', on: { click: byArea } }, t('calls.make'))));
  }

  private kept(): HTMLElement {
    return h('section', { class: 'desk-part' }, h('h3', {}, t('calls.lists'), h('span', { class: 'badge' }, count(this.lists.length))),
      this.lists.length === 0 ? h('p', { class: 'empty' }, t('calls.none')) : h('ul', { class: 'plain-list' }, this.lists.map((one) => h('li', { 'data-list': one.id },
        h('button', { type: 'button', class: 'link', on: { click: () => void this.work(async () => {
          this.open = await fetchCallList(one.id);
          this.render();
        }) } }, one.title),
        h('span', { class: 'muted small' }, `${instant(one.created_at)} · ${progress(one)}`)))));
  }

  private listView(list: CallList & { entries: CallEntry[] }): HTMLElement {
    const save = (form: 'csv' | 'xlsx') => h('button', {
      type: 'button', class: 'slim', id: `calls-${form}`, on: { click: () => void this.work(async () => hand(await downloadCallList(list.id, form), `${list.title}.${form}`)) },
    }, icon('download', 15), form.toUpperCase());
    const back = () => {
      this.open = null;
      void this.refresh();
    };
    return h('section', { class: 'desk-part call-list', 'data-list': list.id },
      h('div', { class: 'inline' }, h('button', { type: 'button', class: 'slim', id: 'calls-back', on: { click: back } }, icon('left', 15), t('calls.back')), save('csv'), save('xlsx')),
      h('h3', {}, list.title), h('p', { class: 'muted small', id: 'calls-progress' }, progress(list)),
      list.entries.length === 0 ? h('p', { class: 'empty' }, t('calls.nobody')) : h('ol', { class: 'call-entries' }, list.entries.map((one) => this.entry(list, one))));
  }

  private entry(list: CallList, one: CallEntry): HTMLElement {
    const state = select(CALL_STATES.map((value) => ({ value, label: t(`call.${value}`) })), one.state, (value) => void this.work(async () => {
      await setCall(list.id, one.place, value as CallState, one.note);
      this.open = await fetchCallList(list.id);
      this.render();
    }));
    state.classList.add('compact');
    state.setAttribute('aria-label', t('calls.state', { name: one.name }));
    return h('li', { 'data-state': one.state, 'data-place': one.place },
      h('div', {}, h('strong', {}, one.name), ' ', h('a', { href: `tel:${one.phone}` }, one.phone),
        h('div', { class: 'muted small' }, `${lang() === 'zh' ? one.role_zh : one.role_en} · ${one.area ?? ''}`)),
      state);
  }

  private async work(work: () => Promise<void>): Promise<void> {
    this.trouble.replaceChildren();
    try {
      await work();
    } catch (failure) {
      this.trouble.replaceChildren(problemBox(asProblem(failure)));
    }
  }
}

function progress(list: CallList): string {
  return CALL_STATES.map((state) => `${t(`call.${state}`)} ${count(list.states[state])}`).join(' · ');
}

function hand(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  document.body.appendChild(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
