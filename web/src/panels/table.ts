/** A table that sorts by its columns and shows the first rows of many. */

import { fill, h } from '../dom';
import { t } from '../i18n';
import { lang } from '../i18n';

export interface Column<Row> {
  label: string;
  /** What the column sorts by; null sorts last. */
  key: (row: Row) => string | number | null;
  /** What the cell shows; the key where absent. */
  cell?: (row: Row) => Node | string;
  numeric?: boolean;
}

interface TableOptions<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  /** Column and direction at first. */
  sortBy?: { column: number; descending: boolean };
  onPick?: (row: Row) => void;
  /** Text of the picking button in a row's first cell, for those who cannot see that the row can be clicked. */
  pickLabel?: (row: Row) => string;
}

const PAGE = 200;

export function sortRows<Row>(rows: Row[], key: (row: Row) => string | number | null, descending: boolean): Row[] {
  const collator = new Intl.Collator(lang() === 'zh' ? 'zh-CN' : 'en', { numeric: true });
  return [...rows].sort((a, b) => {
    const x = key(a);
    const y = key(b);
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
    return descending ? -order : order;
  });
}

export function table<Row>(options: TableOptions<Row>): HTMLElement {
  let sort = options.sortBy ?? null;
  let limit = PAGE;
  const body = h('tbody');
  const heads = options.columns.map((column, index) => h('th', { scope: 'col', class: column.numeric ? 'numeric' : null },
    h('button', { type: 'button', class: 'sort', on: { click: () => resort(index) } }, column.label, h('span', { class: 'arrow', 'aria-hidden': 'true' }))));
  const more = h('button', { type: 'button', class: 'link more', on: { click: () => { limit += 10 * PAGE; draw(); } } });
  const element = h('div', { class: 'table-wrap' },
    h('table', {}, h('caption', { class: 'visually-hidden' }, options.caption), h('thead', {}, h('tr', {}, heads)), body), more);

  function resort(index: number): void {
    const numeric = options.columns[index]?.numeric ?? false;
    sort = sort?.column === index ? { column: index, descending: !sort.descending } : { column: index, descending: numeric };
    draw();
  }

  function draw(): void {
    const column = sort ? options.columns[sort.column] : undefined;
    const rows = column ? sortRows(options.rows, column.key, sort?.descending ?? false) : options.rows;
    fill(body, rows.slice(0, limit).map(row));
    heads.forEach((head, index) => {
      const state = sort?.column === index ? (sort.descending ? 'descending' : 'ascending') : 'none';
      head.setAttribute('aria-sort', state);
    });
    more.hidden = rows.length <= limit;
    more.textContent = t('table.more', { n: rows.length - limit });
  }

  function row(item: Row): HTMLElement {
    const pick = options.onPick;
    return h('tr', pick ? { class: 'pickable', on: { click: () => pick(item) } } : {},
      options.columns.map((column, index) => {
        const content = column.cell ? column.cell(item) : (column.key(item) ?? '–');
        const cell = pick && index === 0
          ? h('button', { type: 'button', class: 'row-pick', title: options.pickLabel?.(item) ?? null }, content)
          : content;
        return h('td', { class: column.numeric ? 'numeric' : null }, cell);
      }));
  }

  draw();
  return element;
}
