/** The rules table: per hazard and level who moves in what order, what closes, and the steps. Readable by all, edited after login. */

import type { App } from '../app';
import { asProblem } from '../api/http';
import { LEVELS, fetchRules, saveRules, type Closing, type Level, type Move, type Rule, type RulesVersion } from '../api/warnings';
import { fill, h, icon } from '../dom';
import { t, tOr, type Key } from '../i18n';
import { instant } from '../i18n/format';
import { HAZARDS } from './coverage-inputs';
import { field, numberInput, problemBox, segmented, select } from './form';

const STEPS = ['断', '禁', '停', '撤', '疏'] as const;
const NEAR = ['geohazard_zone', 'geohazard_point', 'geohazard_line', 'fire_zone', 'hazard_site', 'river', 'area'] as const;
const LAND = ['geohazard_zone', 'fire_zone', 'area'] as const;

const split = (text: string) => text.split(/[,，、\s]+/).filter((word) => word !== '');

export class RulesPanel {
  readonly element = h('div', { class: 'rules-panel' });
  private versions: RulesVersion[] = [];
  private rules: Rule[] = [];
  private hazard = 'geohazard';
  private level: Level = 'orange';
  private note = '';
  private readonly trouble = h('div');

  constructor(private readonly app: App) {
    app.session.onChange(() => this.render());
  }

  async refresh(): Promise<void> {
    try {
      this.versions = await fetchRules(this.app.data.state?.county?.code ?? null);
      this.rules = structuredClone(this.versions[0]?.rules ?? []);
      this.trouble.replaceChildren();
    } catch (failure) {
      this.trouble.replaceChildren(problemBox(asProblem(failure)));
    }
    this.render();
  }

  render(): void {
    const newest = this.versions[0];
    const may = this.app.session.user !== null;
    fill(this.element,
      h('section', { class: 'desk-head' }, h('h3', {}, t('rules.title')),
        newest ? h('p', { class: 'muted small', id: 'rules-version' }, t('rules.version', {
          county: newest.county === '*' ? t('rules.any') : newest.county, version: newest.version, author: newest.author, at: instant(newest.created_at), note: newest.note,
        })) : null),
      h('fieldset', {},
        field({ label: t('coverage.hazard') }, select(HAZARDS.map((value) => ({ value, label: t(`hazard.${value}`) })), this.hazard, (value) => this.choose(value, this.level))),
        field({ label: t('warnings.level') }, segmented(LEVELS.map((value) => ({ value, label: t(`warnings.level.${value}`) })), this.level, (value) => this.choose(this.hazard, value)))),
      this.ruleView(may), this.trouble,
      h('div', { class: 'sticky-actions' }, may ? this.saving() : h('button', {
        type: 'button', class: 'wide', id: 'rules-login', on: { click: () => void this.app.askLogin() },
      }, t('rules.login'))),
      this.older());
  }

  private choose(hazard: string, level: Level): void {
    this.hazard = hazard;
    this.level = level;
    this.render();
  }

  private current(): Rule | undefined {
    return this.rules.find((rule) => rule.level === this.level && rule.hazards.includes(this.hazard));
  }

  private ruleView(may: boolean): HTMLElement {
    const rule = this.current();
    if (!rule) {
      return h('p', { class: 'empty' }, t('rules.none'), may ? h('button', {
        type: 'button', class: 'slim', id: 'rule-add', on: { click: () => {
          this.rules.push({ hazards: [this.hazard], level: this.level, move: [], close: [], steps: [] });
          this.render();
        } },
      }, t('rules.add')) : null);
    }
    const also = rule.hazards.filter((one) => one !== this.hazard).map((one) => tOr(`hazard.${one}`, one));
    return h('fieldset', { class: 'rule', disabled: !may, 'data-rule': `${this.hazard}-${this.level}` },
      also.length === 0 ? null : h('p', { class: 'hint' }, t('rules.also', { hazards: also.join('、') })),
      h('h4', {}, t('rules.move')), h('ol', { class: 'rule-list' }, rule.move.map((move, index) => this.moveItem(rule, move, index))),
      this.addButton('rules.move.add', () => rule.move.push({ near: 'geohazard_zone', classes: ['high'], within_m: 100, why: t('rules.why.new') })),
      h('h4', {}, t('rules.close')), h('ul', { class: 'rule-list' }, rule.close.map((closing, index) => this.closingItem(rule, closing, index))),
      this.addButton('rules.close.add', () => rule.close.push({ land: 'geohazard_zone', classes: ['high'] })),
      h('h4', {}, t('warnings.steps')), STEPS.map((step) => this.stepField(rule, step)));
  }

  private addButton(key: Key, add: () => void): HTMLElement {
    return h('button', { type: 'button', class: 'slim', on: { click: () => { add(); this.render(); } } }, icon('plus', 13), t(key));
  }

  private moveItem(rule: Rule, move: Move, index: number): HTMLElement {
    const places = NEAR.map((value) => ({ value, label: tOr(`layer.${value}`, t('rules.near.area')) }));
    return h('li', { 'data-move': index },
      h('div', { class: 'rule-line' },
        labelled(t('rules.near'), select(places, move.near, (value) => (move.near = value))),
        labelled(t('rules.classes'), text(move.classes.join(','), (value) => (move.classes = split(value)))),
        labelled(t('rules.within'), numberInput(String(move.within_m), (value) => (move.within_m = Number(value)), { min: '0', max: '20000' }))),
      h('div', { class: 'rule-line' },
        labelled(t('rules.why'), text(move.why, (value) => (move.why = value))),
        this.small('left', t('rules.up'), index > 0, () => rule.move.splice(index - 1, 2, move, rule.move[index - 1] as Move)),
        this.small('trash', t('rules.remove'), true, () => rule.move.splice(index, 1))));
  }

  private closingItem(rule: Rule, closing: Closing, index: number): HTMLElement {
    const kinds = [...LAND.map((value) => ({ value: value as string, label: tOr(`layer.${value}`, t('rules.near.area')) })), { value: 'roads', label: t('rules.roads') }];
    const set = (kind: string) => {
      rule.close[index] = kind === 'roads' ? { roads: ['track'] } : { land: kind, classes: kind === 'area' ? [] : ['high'] };
      this.render();
    };
    const words = closing.roads ?? closing.classes ?? [];
    return h('li', { 'data-closing': index }, h('div', { class: 'rule-line' },
      labelled(t('rules.what'), select(kinds, closing.roads ? 'roads' : String(closing.land), set)),
      labelled(t('rules.classes'), text(words.join(','), (value) => {
        if (closing.roads) closing.roads = split(value);
        else closing.classes = split(value);
      })),
      this.small('trash', t('rules.remove'), true, () => rule.close.splice(index, 1))));
  }

  private stepField(rule: Rule, step: string): HTMLElement {
    const kept = rule.steps.find((one) => one.step === step);
    const area = h('textarea', { rows: '2', 'data-step': step });
    area.value = kept?.text ?? '';
    area.addEventListener('input', () => {
      rule.steps = STEPS.flatMap((one) => {
        const words = one === step ? area.value : (rule.steps.find((other) => other.step === one)?.text ?? '');
        return words.trim() === '' ? [] : [{ step: one, text: words }];
      });
    });
    return field({ label: tOr(`step.${step}`, step) }, area);
  }

  private small(name: 'left' | 'trash', label: string, possible: boolean, act: () => void): HTMLElement {
    return h('button', {
      type: 'button', class: name === 'left' ? 'icon-button small turned' : 'icon-button small', title: label, 'aria-label': label, disabled: !possible, on: { click: () => { act(); this.render(); } },
    }, icon(name, 14));
  }

  private saving(): HTMLElement {
    const note = text(this.note, (value) => (this.note = value));
    note.id = 'rules-note';
    return h('div', {}, field({ label: t('rules.note'), input: 'note' }, note),
      h('button', { type: 'button', class: 'primary wide', id: 'rules-save', on: { click: () => void this.save() } }, t('rules.save')));
  }

  private async save(): Promise<void> {
    try {
      const county = this.app.data.state?.county?.code ?? '*';
      const kept = await saveRules(county, this.rules, this.note.trim());
      this.note = '';
      await this.refresh();
      this.app.notify(t('rules.saved', { version: kept.version }));
    } catch (failure) {
      this.trouble.replaceChildren(problemBox(asProblem(failure)));
      this.trouble.scrollIntoView({ block: 'nearest' });
    }
  }

  private older(): HTMLElement | null {
    if (this.versions.length < 2) return null;
    return h('details', { class: 'rules-older' }, h('summary', {}, t('rules.older', { n: this.versions.length - 1 })),
      h('ul', { class: 'plain-list' }, this.versions.slice(1).map((one) => h('li', {},
        h('span', {}, `${one.county === '*' ? t('rules.any') : one.county} / ${one.version}`),
        h('span', { class: 'muted small' }, `${one.author} · ${instant(one.created_at)} · ${one.note}`)))));
  }
}

function text(value: string, onInput: (value: string) => void): HTMLInputElement {
  return h('input', { type: 'text', value, on: { input: (event) => onInput((event.target as HTMLInputElement).value) } });
}

function labelled(label: string, control: HTMLElement): HTMLElement {
  return h('label', { class: 'rule-part' }, h('span', { class: 'small muted' }, label), control);
}
