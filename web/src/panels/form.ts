/** Form pieces with labels, hints and room for the error that belongs to a field. */

import { h, icon, uniqueId, type Child } from '../dom';
import { concerns, type Problem } from '../api/problem';
import { t } from '../i18n';
import { titleIn } from '../i18n/messages';

interface FieldOptions {
  label: string;
  /** Name of the process input, so that a problem about it is shown here. */
  input?: string;
  hint?: string;
  unit?: string;
}

/** A label above a control, with room for an error below. */
export function field(options: FieldOptions, control: HTMLElement): HTMLElement {
  const id = control.id || uniqueId('field');
  control.id = id;
  const errorId = `${id}-error`;
  const target = control.matches('input, select, textarea');
  const label = target ? h('label', { for: id }, options.label) : h('span', { class: 'label', id: `${id}-label` }, options.label);
  if (!target) control.setAttribute('aria-labelledby', `${id}-label`);
  control.setAttribute('aria-describedby', errorId);
  return h('div', { class: 'field', 'data-input': options.input ?? null },
    label,
    options.unit ? h('div', { class: 'with-unit' }, control, h('span', { class: 'unit' }, options.unit)) : control,
    options.hint ? h('p', { class: 'hint' }, options.hint) : null,
    h('p', { class: 'field-error', id: errorId, role: 'alert' }));
}

/** One of a few choices, as a row of buttons. */
export function segmented<T extends string>(
  choices: readonly { value: T; label: string }[],
  value: T,
  onPick: (value: T) => void,
): HTMLElement {
  const group = h('div', { class: 'segmented', role: 'radiogroup' });
  const name = uniqueId('choice');
  for (const choice of choices) {
    group.appendChild(h('label', { class: 'segment' },
      h('input', {
        type: 'radio', name, value: choice.value, checked: choice.value === value,
        on: { change: () => onPick(choice.value) },
      }),
      h('span', {}, choice.label)));
  }
  return group;
}

export function select(choices: readonly { value: string; label: string }[], value: string, onPick: (value: string) => void): HTMLSelectElement {
  const element = h('select', { on: { change: (event) => onPick((event.target as HTMLSelectElement).value) } },
    choices.map((choice) => h('option', { value: choice.value, selected: choice.value === value }, choice.label)));
  return element;
}

export function numberInput(value: string, onInput: (text: string) => void, attributes: Record<string, string> = {}): HTMLInputElement {
  return h('input', {
    type: 'number', inputmode: 'decimal', value, ...attributes,
    on: { input: (event) => onInput((event.target as HTMLInputElement).value) },
  });
}

export function checkbox(label: Child, checked: boolean, onChange: (checked: boolean) => void, detail?: string): HTMLElement {
  return h('label', { class: 'check' },
    h('input', { type: 'checkbox', checked, on: { change: (event) => onChange((event.target as HTMLInputElement).checked) } }),
    h('span', { class: 'check-text' }, label, detail ? h('small', {}, detail) : null));
}

export function clearErrors(form: HTMLElement): void {
  form.querySelectorAll('.field-error').forEach((element) => element.replaceChildren());
  form.querySelectorAll('.invalid').forEach((element) => element.classList.remove('invalid'));
  form.querySelectorAll('[aria-invalid]').forEach((element) => element.removeAttribute('aria-invalid'));
}

/** Shows `message` below the field of process input `input`. Out: false where the form has no such field. */
export function showFieldError(form: HTMLElement, input: string, message: string): boolean {
  const fields = [...form.querySelectorAll<HTMLElement>('[data-input]')];
  const exact = fields.find((element) => element.dataset.input === input);
  const found = exact ?? fields.find((element) => concerns(input, element.dataset.input ?? '') || concerns(element.dataset.input ?? '', input));
  if (!found) return false;
  found.closest('details')?.setAttribute('open', '');
  found.classList.add('invalid');
  found.querySelector('.field-error')?.replaceChildren(message);
  found.querySelector('input, select, textarea')?.setAttribute('aria-invalid', 'true');
  found.scrollIntoView({ block: 'nearest' });
  return true;
}

/** A problem as a box; names the input where it belongs to none of the form's fields. */
export function problemBox(problem: Problem): HTMLElement {
  return h('div', { class: 'callout error', role: 'alert' }, icon('warning'),
    h('div', {},
      h('strong', {}, titleIn(problem.title)),
      problem.detail ? h('p', {}, problem.detail) : null,
      problem.input ? h('p', { class: 'muted' }, t('error.input', { input: problem.input })) : null));
}

/** Shows a problem near its field, else in `elsewhere`. */
export function showProblem(form: HTMLElement, elsewhere: HTMLElement, problem: Problem): void {
  clearErrors(form);
  elsewhere.replaceChildren();
  if (problem.input !== null && showFieldError(form, problem.input, t('error.refused', { detail: problem.detail ?? problem.title }))) return;
  elsewhere.replaceChildren(problemBox(problem));
  elsewhere.scrollIntoView({ block: 'nearest' });
}
