import { printableText } from '@mountsea-suno/internal';

/** `0:07`, `2:31`, `1:02:31`: a time in milliseconds as people say it. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60] as const;
  const [hours, minutes, rest] = parts;
  const two = (n: number): string => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** `512 B`, `3.4 MB`: a size in bytes, decimal units. */
export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 99.5 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** `2026-11-22 11:40:01 UTC`: a time in milliseconds since the epoch. */
export function dateTime(ms: number): string {
  return Number.isFinite(ms) && Math.abs(ms) <= 8.64e15
    ? `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`
    : 'unknown';
}

/** `2026-11-22 11:40`: the same without seconds and zone, for a column that says UTC in its title. */
export function minute(ms: number): string {
  return dateTime(ms).slice(0, 'yyyy-mm-dd hh:mm'.length);
}

/** `1 song`, `2 songs`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** A short name for the song behind a URL or path: its last path segment, else its host. Never its query, which may hold a signature. */
export function songLabel(location: string): string {
  let path = location;
  let host = '';
  if (URL.canParse(location)) {
    const url = new URL(location);
    path = url.pathname;
    host = url.host;
  }
  const last = path.split(/[\\/]/u).filter(Boolean).at(-1) ?? host;
  try {
    return printableText(decodeURIComponent(last), 120) || host;
  } catch {
    return printableText(last, 120) || host;
  }
}
