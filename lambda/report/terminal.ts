import wrapAnsi from 'wrap-ansi';
import type { Report } from '../model/report.ts';
import type { Block, Page, Piece, Row, Section, Subject, Tone } from './page/page.ts';
import { pageOf } from './page/page-of.ts';
import { shellLines } from './shell-lines.ts';

/** How a terminal is to be written to: `width` in columns, `colour` only where the reader's end shows it. */
export type TerminalOptions = { readonly width?: number; readonly colour: boolean };

/**
 * A report for a person at a terminal. Words carry the whole meaning; colour only repeats it. Sentences are wrapped at
 * `width`; commands are broken only with a backslash, so that they can be copied. Ends with a newline.
 */
export function terminal(report: Report, { width = 80, colour }: TerminalOptions): string {
  const sheet: Sheet = { width: Math.max(40, width), paint: colour ? painted : plain };
  return `${pageLines(pageOf(report), sheet).join('\n')}\n`;
}

type Sheet = { readonly width: number; readonly paint: (text: string, tone: Style) => string };
type Style = Tone | 'strong' | 'dim';

/** Select Graphic Rendition codes; 0 ends them. */
const CODES: Record<Style, string> = { bad: '1;31', unsure: '1;33', good: '32', plain: '1', strong: '1', dim: '2' };

function painted(text: string, style: Style): string {
  return `\u001b[${CODES[style]}m${text}\u001b[0m`;
}

function plain(text: string): string {
  return text;
}

const LABEL = 12;

function pageLines(page: Page, sheet: Sheet): readonly string[] {
  return [
    `${sheet.paint(page.title, 'strong')}   ${page.when}`,
    '',
    ...wrapped(page.verdict.text, 0, sheet).map((line) => sheet.paint(line, page.verdict.tone)),
    '',
    ...page.subjects.flatMap((subject) => subjectLines(subject, sheet)),
    ...(page.subjects.length === 0 ? [] : ['']),
    ...page.basis.flatMap((text) => wrapped(text, 2, sheet)),
    ...page.sections.flatMap((section) => sectionLines(section, sheet)),
    '',
    sheet.paint('-'.repeat(sheet.width), 'dim'),
    ...page.closing.flatMap((text) => wrapped(text, 0, sheet)),
  ];
}

function subjectLines({ parts, ...subject }: Subject, sheet: Sheet): readonly string[] {
  return [stateLines(subject, 0, sheet), ...parts.map((part) => stateLines(part, 2, sheet))].flat();
}

/** The state in a column of its own, then the name, deeper for what hangs below. */
function stateLines({ state, tone, name, detail }: Omit<Subject, 'parts'>, deeper: number, sheet: Sheet): string[] {
  const indent = 2 + 9 + deeper;
  const [first = '', ...rest] = wrapped(`${name} (${detail})`, indent, sheet);
  return [`  ${sheet.paint(state, tone)}${' '.repeat(9 - state.length)}${first.slice(11)}`, ...rest];
}

function sectionLines({ heading, tone, blocks, lines }: Section, sheet: Sheet): readonly string[] {
  const rule = '-'.repeat(Math.max(0, sheet.width - heading.length - 4));
  return [
    '',
    sheet.paint(`-- ${clean(heading).toUpperCase()} ${rule}`, tone),
    ...blocks.flatMap((block, index) => ['', ...blockLines(block, blocks.length > 1 ? `${index + 1}. ` : '', sheet)]),
    ...(lines.length === 0 ? [] : ['']),
    ...lines.flatMap((text) => bullet(text, 2, sheet)),
  ];
}

function blockLines({ title, tag, code, rows }: Block, number: string, sheet: Sheet): readonly string[] {
  const sure = tag === null ? '' : ` [${tag}]`;
  return [
    ...wrapped(`${number}${title}${sure}`, 0, sheet).map((line) => sheet.paint(line, 'strong')),
    ...(code === null ? [] : [sheet.paint(`${' '.repeat(number.length)}${clean(code)}`, 'dim')]),
    '',
    ...rows.flatMap((row) => rowLines(row, sheet)),
  ];
}

function rowLines({ label, pieces }: Row, sheet: Sheet): readonly string[] {
  const lines = pieces
    .flatMap((piece) => pieceLines(piece, sheet))
    .filter((line, index, all) => line !== '' || all[index - 1] !== '');
  const [first = '', ...rest] = lines;
  const margin = `  ${sheet.paint(label, 'strong')}${' '.repeat(Math.max(1, LABEL - 2 - label.length))}`;
  return [`${margin}${first.trimStart()}`, ...rest];
}

/** Commands stand apart between empty lines, near the left edge, so that a selection catches nothing else. */
function pieceLines({ kind, text }: Piece, sheet: Sheet): readonly string[] {
  if (kind === 'text') return text.startsWith('- ') ? bullet(text.slice(2), LABEL, sheet) : wrapped(text, LABEL, sheet);
  const lines = shellLines(text, sheet.width - 4).map((line) => `    ${clean(line)}`);
  return ['', ...lines, ''];
}

function bullet(text: string, indent: number, sheet: Sheet): readonly string[] {
  const [first = '', ...rest] = wrapped(text, indent + 2, sheet);
  return [`${' '.repeat(indent)}- ${first.trimStart()}`, ...rest];
}

function wrapped(text: string, indent: number, { width }: Sheet): string[] {
  return wrapAnsi(clean(text), width - indent)
    .split('\n')
    .map((line) => `${' '.repeat(indent)}${line}`);
}

/** Names come from whoever set a tag: control characters in them must not reach the terminal. */
function clean(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ');
}
