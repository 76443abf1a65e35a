/** Bar charts (chart.js, fetched when the first one is drawn), with only the parts that are used. */

import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { count } from '../i18n/format';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);
Chart.defaults.font.family = '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif';
Chart.defaults.font.size = 11.5;
Chart.defaults.color = '#51626d';

export interface Series {
  label: string;
  colour: string;
  values: number[];
}

/** Draws horizontal stacked bars, one for each label, on a canvas that is in the page. */
export function drawStackedBars(canvas: HTMLCanvasElement, labels: string[], series: Series[]): void {
  new Chart(canvas, {
    type: 'bar',
    data: {
      labels,
      datasets: series.map((one) => ({
        label: one.label, data: one.values, backgroundColor: one.colour, barThickness: 11, borderWidth: 0, stack: 'all',
      })),
    },
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', axis: 'y', intersect: false },
      plugins: {
        tooltip: {
          backgroundColor: '#1b2a33', padding: 9, boxPadding: 4,
          callbacks: { label: (item) => ` ${item.dataset.label ?? ''}  ${count(item.parsed.x)}` },
        },
      },
      scales: {
        x: {
          stacked: true, border: { display: false }, grid: { color: '#e6ecee' },
          ticks: { maxTicksLimit: 5, callback: (value) => shortNumber(Number(value)) },
        },
        y: { stacked: true, border: { display: false }, grid: { display: false }, ticks: { autoSkip: false, color: '#33424c' } },
      },
    },
  });
}

function shortNumber(value: number): string {
  return value >= 1000 ? `${value / 1000}k` : String(value);
}
