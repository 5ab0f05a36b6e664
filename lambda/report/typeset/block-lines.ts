import type { Block, Piece, Row } from '../page/page.ts';
import type { Sheet } from '../sheet.ts';
import { shellLines } from '../shell-lines.ts';

/** Where sentences begin beside a row's label. */
const LABEL = 12;

/** A block for a terminal: its title after its `number` (may be empty), its code, then its rows. */
export function blockLines({ title, tag, code, rows }: Block, number: string, on: Sheet): readonly string[] {
  const sure = tag === null ? '' : ` [${tag}]`;
  return [
    ...on.wrapped(`${number}${title}${sure}`, 0).map((line) => on.paint(line, 'strong')),
    ...(code === null ? [] : [on.paint(on.whole(code, number.length), 'dim')]),
    '',
    ...rows.flatMap((row) => rowLines(row, on)),
  ];
}

function rowLines({ label, pieces }: Row, on: Sheet): readonly string[] {
  const lines = pieces
    .flatMap((piece) => pieceLines(piece, on))
    .filter((line, index, all) => line !== '' || all[index - 1] !== '');
  const [first = '', ...rest] = lines;
  const margin = `  ${on.paint(label, 'strong')}${' '.repeat(Math.max(1, LABEL - 2 - label.length))}`;
  return [`${margin}${first.trimStart()}`, ...rest];
}

/** Commands stand apart between empty lines, near the left edge, so that a selection catches nothing else. */
function pieceLines({ kind, text }: Piece, on: Sheet): readonly string[] {
  if (kind === 'text') return text.startsWith('- ') ? on.bullet(text.slice(2), LABEL) : on.wrapped(text, LABEL);
  return ['', ...shellLines(text, on.width - 4).map((line) => on.whole(line, 4)), ''];
}
