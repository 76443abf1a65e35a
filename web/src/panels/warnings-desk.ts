/** The tab of warnings: its sections side by side, one shown. */

import type { App } from '../app';
import { fill, h } from '../dom';
import { t } from '../i18n';
import { segmented } from './form';
import { CalloutPanel } from './callout';
import { RainPanel } from './rain';
import { StandardsPanel } from './standards';
import { RulesPanel } from './warning-rules';
import { WarningsPanel } from './warnings';

const SECTIONS = ['now', 'rain', 'calls', 'rules', 'standards'] as const;
type Section = (typeof SECTIONS)[number];

export class WarningsDesk {
  readonly element = h('div', { class: 'panel-body desk' });
  private section: Section = 'now';
  private readonly panels: Record<Section, { element: HTMLElement; render: () => void; refresh: () => Promise<void> }>;
  private readonly warnings: WarningsPanel;

  constructor(app: App) {
    this.warnings = new WarningsPanel(app);
    this.panels = { now: this.warnings, rain: new RainPanel(app, () => void this.warnings.refresh()), calls: new CalloutPanel(app), rules: new RulesPanel(app), standards: new StandardsPanel(app) };
  }

  get hasResult(): boolean {
    return this.warnings.hasResult;
  }

  render(): void {
    SECTIONS.forEach((one) => this.panels[one].render());
    fill(this.element,
      h('div', { class: 'desk-sections' }, segmented(SECTIONS.map((value) => ({ value, label: t(`desk.${value}`) })), this.section, (value) => {
        this.section = value;
        this.show();
        void this.refresh();
      })),
      SECTIONS.map((one) => this.panels[one].element));
    this.show();
  }

  refresh(): Promise<void> {
    return this.panels[this.section].refresh();
  }

  private show(): void {
    SECTIONS.forEach((one) => (this.panels[one].element.hidden = one !== this.section));
  }
}
