import type { Page, Section, Subject } from '../page/page.ts';
import { type Sheet, type SheetOptions, sheet } from '../sheet.ts';
import { blockLines } from './block-lines.ts';
import { branchLines } from './branch-lines.ts';
import { stepLines } from './step-lines.ts';

/**
 * A page for a person at a terminal. Words carry the whole meaning; colour only repeats it. Sentences are wrapped at
 * `width` (80 columns); commands are broken only with a backslash, so that they can be copied. Ends with a newline.
 */
export function terminalPage(page: Page, options: SheetOptions): string {
  return `${pageLines(page, sheet(options)).join('\n')}\n`;
}

/** Where names begin beside their state. */
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
