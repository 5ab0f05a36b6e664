import type { Block, Page, Piece, Row, Section, Subject } from '../page/page.ts';
import { type Sheet, type SheetOptions, sheet } from '../sheet.ts';
import { shellLines } from '../shell-lines.ts';
import { branchLines } from './branch-lines.ts';
import { stepLines } from './step-lines.ts';

/**
 * A page for a person at a terminal. Words carry the whole meaning; colour only repeats it. Sentences are wrapped at
 * `width` (80 columns); commands are broken only with a backslash, so that they can be copied. Ends with a newline.
 */
export function terminalPage(page: Page, options: SheetOptions): string {
  return `${pageLines(page, sheet(options)).join('\n')}\n`;
}

/** Where sentences begin beside a row's label, and names beside their state. */
const LABEL = 12;
const STATE = 11;

function pageLines(page: Page, on: Sheet): readonly string[] {
  return [
    `${on.paint(page.title, 'strong')}   ${page.when}`,
    '',
    ...on.wrapped(page.verdict.text, 0).map((line) => on.paint(line, page.verdict.tone)),
    '',
    ...page.subjects.flatMap((subject) => subjectLines(subject, on)),
    ...(page.subjects.length === 0 ? [] : ['']),
    ...page.basis.flatMap((text) => on.wrapped(text, 2)),
    ...page.sections.flatMap((section) => sectionLines(section, on)),
    '',
    on.paint('-'.repeat(on.width), 'dim'),
    ...page.closing.flatMap((text) => on.wrapped(text, 0)),
  ];
}

function subjectLines({ parts, ...subject }: Subject, on: Sheet): readonly string[] {
  return [stateLines(subject, 0, on), ...parts.map((part) => stateLines(part, 2, on))].flat();
}

/** The state in a column of its own, then the name, deeper for what hangs below. */
function stateLines({ state, tone, name, detail }: Omit<Subject, 'parts'>, deeper: number, on: Sheet): string[] {
  const [first = '', ...rest] = on.wrapped(`${name} (${detail})`, STATE + deeper);
  return [`  ${on.paint(state, tone)}${first.slice(2 + state.length)}`, ...rest];
}

function sectionLines(
  { heading, tone, lead, blocks, lines, steps = [], branches = [] }: Section,
  on: Sheet,
): readonly string[] {
  const rule = '-'.repeat(Math.max(0, on.width - heading.length - 4));
  return [
    '',
    on.paint(`-- ${heading.toUpperCase()} ${rule}`, tone),
    ...(lead === undefined ? [] : ['', ...on.wrapped(lead, 2)]),
    ...blocks.flatMap((block, index) => ['', ...blockLines(block, blocks.length > 1 ? `${index + 1}. ` : '', on)]),
    ...(steps.length === 0 ? [] : ['', ...stepLines(steps, on)]),
    ...(branches.length === 0 ? [] : ['', ...branchLines(branches, on)]),
    ...(lines.length === 0 ? [] : ['']),
    ...lines.flatMap((text) => on.bullet(text, 2)),
  ];
}

function blockLines({ title, tag, code, rows }: Block, number: string, on: Sheet): readonly string[] {
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
