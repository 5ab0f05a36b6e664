import type { ShownStation } from '../../model/shown.ts';
import type { Palette } from './palette.ts';

/**
 * The sign of a station, centred at x = 9, in a shape of its own: a circle where it passes, a crossed octagon where it stops,
 * a diamond where that cannot be told, a square where the path begins or ends.
 */
export function stationMark(mark: ShownStation['mark'], y: number, palette: Palette): string {
  switch (mark) {
    case 'ok':
      return `<circle cx="9" cy="${y}" r="6" fill="none" stroke="${palette.good}" stroke-width="2"/>`;
    case 'STOP':
      return `<polygon points="${octagon(y)}" fill="${palette.bad}"/><path d="M5.5 ${y - 3.5}l7 7m0 -7l-7 7" stroke="${palette.soft}" stroke-width="2"/>`;
    case '?':
      return `<polygon points="9,${y - 8} 17,${y} 9,${y + 8} 1,${y}" fill="none" stroke="${palette.unsure}" stroke-width="2"/>`;
    case 'end':
      return `<rect x="3" y="${y - 6}" width="12" height="12" fill="${palette.ink}"/>`;
  }
}

function octagon(y: number): string {
  const corners = [
    [-3.5, -8.5],
    [3.5, -8.5],
    [8.5, -3.5],
    [8.5, 3.5],
    [3.5, 8.5],
    [-3.5, 8.5],
    [-8.5, 3.5],
    [-8.5, -3.5],
  ] as const;
  return corners.map(([dx, dy]) => `${9 + dx},${y + dy}`).join(' ');
}
