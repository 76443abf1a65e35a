/** Starts Debian's Chromium and notes every console error, failed request and error answer. */

import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export async function openBrowser() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  return { browser, context, page, trouble: watch(page) };
}

/** Out: the troubles so far; `expect(pattern)` forgives the next error answer whose address matches, and its console line. */
function watch(page) {
  const found = [];
  const forgiven = [];
  const forgive = (address) => forgiven.some((pattern) => pattern.test(address));
  page.on('console', (message) => {
    if (message.type() === 'error' && !forgive(message.location().url ?? '')) found.push(`console: ${message.text()} ${message.location().url ?? ''}`);
  });
  page.on('pageerror', (failure) => found.push(`page error: ${failure.message}`));
  page.on('requestfailed', (request) => {
    // The map gives up on images that a newer view has made useless.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') found.push(`failed: ${request.failure()?.errorText} ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !forgive(response.url())) found.push(`HTTP ${response.status()}: ${response.url()}`);
  });
  return { found, expect: (pattern) => forgiven.push(pattern), expectNoMore: () => (forgiven.length = 0) };
}

/** Counts checks and prints a line for each. */
export class Checks {
  passed = 0;
  failed = 0;

  /** Runs `body`; a thrown error is a failure and the story goes on. */
  async check(name, body) {
    try {
      await body();
      this.passed += 1;
      console.log(`ok    ${name}`);
    } catch (failure) {
      this.failed += 1;
      console.log(`FAIL  ${name}\n      ${String(failure?.message ?? failure).split('\n').slice(0, 14).join('\n      ')}`);
    }
  }

  close() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 ? 0 : 1;
  }
}

/** In: text such as `12,345 人`. Out: 12345. */
export function number(text) {
  const match = /-?[\d,]+(?:\.\d+)?/.exec(text ?? '');
  if (!match) throw new Error(`no number in “${text}”`);
  return Number(match[0].replaceAll(',', ''));
}

/** RFC 4180 text → rows of fields. */
export function parseCsv(text) {
  const rows = [[]];
  const pattern = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/g;
  for (const [, field, end] of text.matchAll(pattern)) {
    rows.at(-1).push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.some((field) => field !== ''));
}
