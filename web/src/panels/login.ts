/** The login dialog and short messages. */

import { asProblem } from '../api/http';
import { login } from '../api/service';
import type { Session } from '../app';
import { fill, h, icon } from '../dom';
import { t } from '../i18n';

/** Opens the dialog; resolves true once logged in, false when given up. */
export function askLogin(session: Session): Promise<boolean> {
  return new Promise((resolve) => {
    const user = h('input', { type: 'text', id: 'login-user', autocomplete: 'username', value: 'admin', required: true });
    const password = h('input', { type: 'password', id: 'login-password', autocomplete: 'current-password', required: true });
    const trouble = h('p', { class: 'field-error', role: 'alert' });
    const submit = h('button', { type: 'submit', class: 'primary' }, t('login.submit'));
    const form = h('form', { method: 'dialog', class: 'login-form' },
      h('h2', { id: 'login-title' }, t('login.title')),
      h('p', { class: 'muted' }, t('login.about')),
      h('div', { class: 'field' }, h('label', { for: 'login-user' }, t('login.user')), user),
      h('div', { class: 'field' }, h('label', { for: 'login-password' }, t('login.password')), password, trouble),
      h('div', { class: 'buttons' },
        h('button', { type: 'button', on: { click: () => dialog.close() } }, t('cancel')), submit));
    const dialog = h('dialog', { class: 'dialog', 'aria-labelledby': 'login-title' }, form);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void attempt();
    });
    async function attempt(): Promise<void> {
      submit.disabled = true;
      trouble.replaceChildren();
      try {
        session.user = await login(user.value, password.value);
        dialog.close();
      } catch (failure) {
        const problem = asProblem(failure);
        trouble.textContent = problem.status === 401 ? t('login.wrong') : problem.message;
        password.select();
      } finally {
        submit.disabled = false;
      }
    }
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(session.user !== null);
    });
    document.body.appendChild(dialog);
    dialog.showModal();
    password.focus();
  });
}

export class Messages {
  readonly element = h('div', { class: 'messages', role: 'status', 'aria-live': 'polite' });

  show(text: string, kind: 'info' | 'error' = 'info'): void {
    const message = h('div', { class: `message ${kind}` }, icon(kind === 'error' ? 'warning' : 'check', 17), h('span', {}, text));
    this.element.appendChild(message);
    setTimeout(() => message.remove(), kind === 'error' ? 9000 : 4000);
  }

  clear(): void {
    fill(this.element);
  }
}
