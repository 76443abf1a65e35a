/** The bar on top: whose map this is, the three maps, search, print, language, login. */

import type { App } from '../app';
import { logout } from '../api/service';
import { fill, h, icon } from '../dom';
import { lang, setLang, t } from '../i18n';
import { GROUPS } from '../layers/contract';
import type { SearchBox } from './search';

/** `示例县应急一张图`: the county's name before the map's. */
export function sheetTitle(app: App): string {
  const county = app.data.state?.county?.name ?? '';
  return t('title.sheet', { county, map: t(`group.${app.store.group}`) }).trim();
}

export class Header {
  readonly element = h('header', { class: 'top' });

  constructor(
    private readonly app: App,
    private readonly search: SearchBox,
    private readonly onPrint: () => void,
  ) {
    app.store.onChange(() => this.render());
    app.data.onChange(() => this.render());
    app.session.onChange(() => this.render());
  }

  render(): void {
    const { app } = this;
    const focused = document.activeElement?.id;
    document.title = sheetTitle(app);
    const other = lang() === 'zh' ? 'en' : 'zh';
    const keepSearch = this.search.element;
    fill(this.element,
      h('div', { class: 'brand' }, mark(), h('div', {},
        h('h1', {}, app.data.state?.county?.name ?? t('brand')),
        h('p', {}, t('brand.line')))),
      h('nav', { class: 'maps', 'aria-label': t('maps') }, GROUPS.map((group) => h('button', {
        type: 'button', id: `group-${group}`, 'aria-pressed': String(app.store.group === group), on: { click: () => app.store.chooseGroup(group) },
      }, t(`group.${group}`)))),
      keepSearch,
      h('div', { class: 'tools' },
        h('button', { type: 'button', class: 'tool-button', id: 'print-open', title: t('print.open'), on: { click: this.onPrint } }, icon('print'), h('span', {}, t('print.open'))),
        h('button', { type: 'button', class: 'tool-button', id: 'lang', lang: other === 'zh' ? 'zh-CN' : 'en', title: other === 'zh' ? '切换到中文' : 'Switch to English', on: { click: () => setLang(other) } }, h('span', {}, other === 'zh' ? '中文' : 'EN')),
        this.loginButton()));
    if (focused) document.getElementById(focused)?.focus();
  }

  private loginButton(): HTMLElement {
    const { app } = this;
    if (app.session.user === null) {
      return h('button', { type: 'button', class: 'tool-button', id: 'login', on: { click: () => void app.askLogin() } }, icon('user'), h('span', {}, t('login')));
    }
    const out = () => {
      logout();
      app.session.user = null;
    };
    return h('button', { type: 'button', class: 'tool-button', id: 'logout', title: t('logout'), on: { click: out } }, icon('user'), h('span', {}, `${app.session.user} · ${t('logout')}`));
  }
}

function mark(): HTMLElement {
  return h('img', { class: 'mark', src: './favicon.svg', alt: '', width: 30, height: 30 });
}
