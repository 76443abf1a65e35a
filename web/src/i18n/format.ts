/** Numbers and quantities as people read them. */

import { lang } from './index';

const NONE = '–';

/** Whole number with thousands separators; an en dash for null. */
export function count(value: number | null | undefined): string {
  return value === null || value === undefined ? NONE : Math.round(value).toLocaleString('en-US');
}

/** Number with at most `digits` decimals. */
export function decimal(value: number, digits = 1): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

/** In: a share from 0 to 1, or null where there is nothing to share. Out: percent with one decimal; never rounded up to 100 %. */
export function percent(share: number | null | undefined): string {
  if (share === null || share === undefined) return NONE;
  const tenths = share < 1 ? Math.min(999, Math.round(share * 1000)) : Math.round(share * 1000);
  return `${(share > 0 && tenths === 0 ? 0.1 : tenths / 10).toFixed(1)}%`;
}

/** In: m. Out: m below a kilometre, else km. */
export function distance(metres: number | null | undefined): string {
  if (metres === null || metres === undefined) return NONE;
  const rounded = Math.round(metres);
  return rounded < 1000 ? `${rounded} m` : `${decimal(rounded / 1000, 2)} km`;
}

/** In: s. Out: seconds below a minute, minutes and seconds below an hour, else hours and minutes. */
export function duration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return NONE;
  const whole = Math.round(seconds);
  const zh = lang() === 'zh';
  if (whole < 60) return `${whole} ${zh ? '秒' : 's'}`;
  if (whole < 3600) return parts(Math.floor(whole / 60), zh ? '分' : 'min', whole % 60, zh ? '秒' : 's');
  return parts(Math.floor(whole / 3600), zh ? '小时' : 'h', Math.floor((whole % 3600) / 60), zh ? '分' : 'min');
}

function parts(large: number, largeUnit: string, small: number, smallUnit: string): string {
  if (small === 0) return `${large} ${largeUnit === '分' ? '分钟' : largeUnit}`;
  return `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** In: m². Out: m² below a hectare, hectares below a km², else km². */
export function area(squareMetres: number | null | undefined): string {
  if (squareMetres === null || squareMetres === undefined) return NONE;
  if (squareMetres < 1e4) return `${decimal(squareMetres, 0)} m²`;
  if (squareMetres < 1e6) return `${decimal(squareMetres / 1e4, 1)} ha`;
  return `${decimal(squareMetres / 1e6, squareMetres < 1e8 ? 2 : 0)} km²`;
}

/** In: an ISO 8601 instant. Out: date and minute in the reader's time zone; the text itself where it is no date. */
export function instant(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return date.toLocaleString(lang() === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

export function today(): string {
  return new Date().toLocaleDateString(lang() === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long' });
}

/** In: degrees, longitude and latitude. Out: degrees, minutes, seconds with hemisphere, e.g. `119°42′00.0″E`. */
export function dms(degrees: number, axis: 'lon' | 'lat'): string {
  const tenths = Math.round(Math.abs(degrees) * 36_000);
  const pad = (value: number) => String(value).padStart(2, '0');
  const seconds = (tenths % 600) / 10;
  const hemisphere = axis === 'lon' ? (degrees < 0 ? 'W' : 'E') : degrees < 0 ? 'S' : 'N';
  return `${Math.floor(tenths / 36_000)}°${pad(Math.floor(tenths / 600) % 60)}′${seconds.toFixed(1).padStart(4, '0')}″${hemisphere}`;
}
