/** The tab of checks: which one, its form, the run, and its result in place of the form. */

import type { App } from '../app';
import type { CheckResult } from '../api/checks';
import { fill, h, icon } from '../dom';
import { t } from '../i18n';
import { CHECK_OVERLAYS } from '../map/overlays';
import type { CheckKind } from './check-parts';
import { forestFire } from './check-forest';
import { registerCheck } from './check-register';
import { hazardousSites } from './check-sites';
import { clearErrors, segmented, showProblem } from './form';
import { resultHead, runFoot, warnings } from './result';
import { Runner } from './runner';

const NAMES = ['register', 'sites', 'forest'] as const;
type Name = (typeof NAMES)[number];

export class ChecksPanel {
  readonly element = h('div', { class: 'panel-body analysis' });
  private name: Name = 'register';
  private readonly checks: Record<Name, Check<never>>;

  constructor(app: App) {
    const redraw = () => this.render();
    this.checks = {
      register: new Check(app, 'register', registerCheck(), redraw) as Check<never>,
      sites: new Check(app, 'sites', hazardousSites(), redraw) as Check<never>,
      forest: new Check(app, 'forest', forestFire(app, redraw), redraw) as Check<never>,
    };
  }

  get hasResult(): boolean {
    return this.checks[this.name].hasResult;
  }

  render(): void {
    const check = this.checks[this.name];
    const which = segmented(NAMES.map((name) => ({ value: name, label: t(`check.${name}`) })), this.name, (name) => {
      this.name = name;
      this.render();
      this.checks[name].show();
    });
    which.setAttribute('aria-label', t('tab.checks'));
    fill(this.element, h('div', { class: 'desk-sections' }, which), check.view());
  }

  /** The tab was chosen: its result comes back to the map. */
  show(): void {
    this.checks[this.name].show();
  }
}

/** One check with its form's state and its result. */
class Check<Result extends CheckResult> {
  private readonly runner: Runner<Result>;
  private readonly trouble = h('div');
  private result: Result | null = null;

  constructor(
    private readonly app: App,
    private readonly name: Name,
    private readonly kind: CheckKind<Result>,
    private readonly redraw: () => void,
  ) {
    this.runner = new Runner<Result>(kind.process);
  }

  get hasResult(): boolean {
    return this.result !== null;
  }

  view(): HTMLElement {
    const { result } = this;
    if (!result) return this.form();
    return h('div', { class: 'result', 'data-result': this.name },
      resultHead(t(`check.${this.name}.result`), { edit: () => this.edit(), clear: () => this.clear() }),
      this.kind.result(this.app, result), warnings(result.warnings), runFoot(this.app, result.run));
  }

  show(): void {
    if (!this.result) return;
    this.app.overlays.set('checks', this.kind.onMap(this.result));
    this.app.overlays.showOnly(...CHECK_OVERLAYS);
  }

  private edit(): void {
    this.result = null;
    this.redraw();
  }

  private clear(): void {
    this.app.overlays.clear('checks');
    this.app.view.highlight([]);
    this.edit();
  }

  private form(): HTMLElement {
    const form = h('form', { class: 'analysis-form', novalidate: true, 'data-form': this.name },
      h('div', { class: 'panel-head' }, h('p', { class: 'muted' }, t(`check.${this.name}.about`))),
      this.kind.fields(this.app, this.redraw), this.trouble,
      h('div', { class: 'sticky-actions' }, this.runner.element,
        h('button', { type: 'submit', class: 'primary wide', id: `${this.name}-run` }, icon('play', 15), t(`check.${this.name}.run`))));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.run(form);
    });
    return form;
  }

  private async run(form: HTMLElement): Promise<void> {
    clearErrors(form);
    this.trouble.replaceChildren();
    const button = form.querySelector<HTMLButtonElement>('[type=submit]');
    if (button) button.hidden = true;
    this.app.closePopup();
    const result = await this.runner.run(this.kind.inputs(), (problem) => showProblem(form, this.trouble, problem));
    if (button) button.hidden = false;
    if (!result) return;
    this.result = result;
    this.redraw();
    this.show();
    this.app.overlays.zoomTo('checks');
  }
}
