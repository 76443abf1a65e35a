/** A scale bar of four fields for the printed sheet, built without markup so that a strict content policy allows it. */

import { h } from '../dom';
import { decimal } from '../i18n/format';

const FIELDS = 4;

/** In: m. Out: the longest of 1, 2 and 5 × 10ⁿ m that is not longer. */
export function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  const leading = metres / power;
  return (leading >= 5 ? 5 : leading >= 2 ? 2 : 1) * power;
}

/** In: m on the ground for one pixel, and how wide the bar may be. */
export function scaleBar(metresPerPixel: number, widestPx: number): HTMLElement {
  const fieldM = roundLength((metresPerPixel * widestPx) / FIELDS);
  const bar = h('div', { class: 'scale-bar' });
  for (let index = 0; index < FIELDS; index += 1) {
    const piece = h('span', { class: index % 2 === 0 ? 'dark' : 'light' }, h('small', {}, label(fieldM * index, false)));
    piece.style.width = `${fieldM / metresPerPixel}px`;
    if (index === FIELDS - 1) piece.appendChild(h('small', { class: 'end' }, label(fieldM * FIELDS, true)));
    bar.appendChild(piece);
  }
  return bar;

  function label(metres: number, unit: boolean): string {
    const kilometres = fieldM * FIELDS >= 1000;
    return decimal(kilometres ? metres / 1000 : metres, 2) + (unit ? (kilometres ? ' km' : ' m') : '');
  }
}
