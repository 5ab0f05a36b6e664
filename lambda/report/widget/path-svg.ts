import type { ShownPath, ShownStation } from '../../model/shown.ts';
import { escaped } from './escaped.ts';
import type { Palette } from './palette.ts';
import { stationMark } from './station-mark.ts';
import { wrappedWords } from './wrapped-words.ts';

/** How wide the drawing may be in CSS pixels, and in which colours. */
export type Drawn = { readonly widthPx: number; readonly palette: Palette };

const LINE_PX = 18;
const GAP_PX = 10;
const INDENT_PX = 30;
/** Generous for 13 px of any system font, as letters cannot be measured here. */
const LETTER_PX = 7.2;
/** From here on, there and back stand side by side. */
const TWO_COLUMNS_PX = 880;
const MOST_LINES = 6;

/**
 * A path as SVG: its stations one below the other, joined by a line that is broken where the path is; there and back. What
 * breaks it differs in shape, word and colour. Needs no style, script or anything from elsewhere, and refers to no id, since the
 * dashboard takes `use` away (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_security.html).
 */
export function pathSvg({ there, back }: ShownPath, { widthPx, palette }: Drawn): string {
  const isSide = widthPx >= TWO_COLUMNS_PX && back.length > 0;
  const columnPx = isSide ? (widthPx - 2 * GAP_PX) / 2 : widthPx;
  const first = column('There', there, { columnPx, palette, broken: false });
  const broken = there.some(({ mark }) => mark === 'STOP');
  const second = back.length === 0 ? NOTHING : column('And back', back, { columnPx, palette, broken });
  const [x, y] = isSide ? [columnPx + 2 * GAP_PX, 0] : [0, first.heightPx];
  const heightPx = isSide ? Math.max(first.heightPx, second.heightPx) : first.heightPx + second.heightPx;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escaped(sentence(there, back))}" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}" font-family="system-ui, sans-serif" font-size="13" fill="${palette.ink}">
<g>${first.svg}</g>${second.svg === '' ? '' : `<g transform="translate(${x} ${y})">${second.svg}</g>`}
</svg>`;
}

/** A column or row of the drawing, and how high it is. */
type Part = { readonly svg: string; readonly heightPx: number };
type Column = { readonly columnPx: number; readonly palette: Palette; readonly broken: boolean };

const NOTHING: Part = { svg: '', heightPx: 0 };

function sentence(there: readonly ShownStation[], back: readonly ShownStation[]): string {
  const stops = [...there, ...back].filter(({ mark }) => mark === 'STOP');
  if (stops.length === 0) return 'A path on which no station is known to stop anything';
  return `A path that breaks at ${stops.map(({ what, place }) => `${what} ${place}`.trim()).join(', and at ')}`;
}

function column(heading: string, stations: readonly ShownStation[], { columnPx, palette, broken }: Column): Part {
  const rows: string[] = [`<text x="0" y="14" font-weight="600">${heading}</text>`];
  let topPx = LINE_PX + GAP_PX / 2;
  let isBroken = broken;
  stations.forEach((station, index) => {
    const lines = linesOf(station, columnPx);
    const heightPx = lines.length * LINE_PX + GAP_PX;
    isBroken ||= station.mark === 'STOP';
    const link = index === stations.length - 1 ? '' : linkLine(topPx, heightPx, isBroken, palette);
    rows.push(stationRow(station, lines, topPx, { link, palette }));
    topPx += heightPx;
  });
  return { svg: rows.join('\n'), heightPx: topPx };
}

/** What is said beside a station: always what and which it is; why, only where it matters. */
function linesOf({ mark, what, place, why }: ShownStation, columnPx: number): readonly string[] {
  const letters = Math.max(12, Math.floor((columnPx - INDENT_PX) / LETTER_PX));
  const word = mark === 'end' ? '' : `${WORDS[mark]} `;
  const first = wrappedWords(`${word}${what}${place === '' ? '' : `: ${place}`}`, letters, MOST_LINES);
  return mark === 'STOP' || mark === '?' ? [...first, ...wrappedWords(why, letters, MOST_LINES)] : first;
}

const WORDS: Record<Exclude<ShownStation['mark'], 'end'>, string> = { ok: 'ok', STOP: 'STOP', '?': '?' };

function linkLine(topPx: number, heightPx: number, isBroken: boolean, palette: Palette): string {
  const dash = isBroken ? ' stroke-dasharray="2 4"' : '';
  const [from, to] = [topPx + LINE_PX, topPx + heightPx];
  return `<line x1="9" y1="${from}" x2="9" y2="${to}" stroke="${isBroken ? palette.line : palette.ink}" stroke-width="2"${dash}/>`;
}

type Beside = { readonly link: string; readonly palette: Palette };

/** The reason of an `ok` is told to whoever points at it. */
function stationRow(station: ShownStation, lines: readonly string[], topPx: number, { link, palette }: Beside): string {
  const { mark, why } = station;
  const weight = mark === 'STOP' ? ` font-weight="600" fill="${palette.bad}"` : '';
  const text = lines.map(
    (line, index) => `<text x="${INDENT_PX}" y="${topPx + 13 + index * LINE_PX}"${weight}>${escaped(line)}</text>`,
  );
  const hint = why === '' ? '' : `<title>${escaped(why)}</title>`;
  return `<g data-mark="${escaped(mark)}">${hint}${stationMark(mark, topPx + 9, palette)}${text.join('')}${link}</g>`;
}
