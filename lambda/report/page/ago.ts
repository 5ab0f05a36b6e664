/** How long `iso` lies before `now` (both ISO 8601), in the largest unit that fits: `45 s ago`, `3 min ago`, `2 h ago`. */
export function ago(iso: string, now: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(now) - Date.parse(iso)) / 1000));
  if (Number.isNaN(seconds)) return 'when is not known';
  const unit = UNITS.find(({ below }) => seconds < below) ?? LARGEST;
  return `${Math.floor(seconds / unit.seconds)} ${unit.name} ago`;
}

const LARGEST = { below: Number.POSITIVE_INFINITY, seconds: 86_400, name: 'days' };

const UNITS = [
  { below: 90, seconds: 1, name: 's' },
  { below: 90 * 60, seconds: 60, name: 'min' },
  { below: 48 * 3600, seconds: 3600, name: 'h' },
];
