import type { Block, Branch, Page, Piece, Row, Section, Step, Subject } from '../page/page.ts';
import { plainWords } from '../plain-words.ts';

/** A page as Markdown (GitHub's flavour), for an issue, a pull request or a job summary. Ends with a newline. */
export function markdownPage(page: Page): string {
  const lines = [
    `# ${escaped(page.title)}`,
    '',
    `**${escaped(page.verdict.text)}** ${escaped(page.when)}`,
    '',
    ...subjectTable(page.subjects),
    ...page.basis.flatMap((text) => [escaped(text), '']),
    ...page.sections.flatMap(sectionLines),
    '---',
    '',
    ...page.closing.flatMap((text) => [escaped(text), '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function subjectTable(subjects: readonly Subject[]): readonly string[] {
  if (subjects.length === 0) return [];
  const rows = subjects.flatMap(({ parts, ...subject }) => [
    tableRow(subject, `**${escaped(subject.name)}**`),
    ...parts.map((part) => tableRow(part, escaped(part.name))),
  ]);
  return ['| State | Load balancer, target group | |', '|---|---|---|', ...rows, ''];
}

function tableRow({ state, detail }: Omit<Subject, 'parts'>, name: string): string {
  return `| ${escaped(state)} | ${name} | ${escaped(detail)} |`;
}

function sectionLines({ heading, lead, blocks, lines, steps = [], branches = [] }: Section): readonly string[] {
  return [
    `## ${escaped(heading)}`,
    '',
    ...(lead === undefined ? [] : [escaped(lead), '']),
    ...blocks.flatMap(blockLines),
    ...stepTable(steps),
    ...branchList(branches),
    ...lines.map((text) => `- ${escaped(text)}`),
    ...(lines.length === 0 ? [] : ['']),
  ];
}

function stepTable(steps: readonly Step[]): readonly string[] {
  if (steps.length === 0) return [];
  const rows = steps.map(({ mark, what, place, why }) => {
    const sign = mark === 'ok' ? mark : `**${escaped(mark)}**`;
    return `| ${sign} | ${escaped(what)} | ${escaped(place)} | ${escaped(why)} |`;
  });
  return ['| | Station | Which | Why |', '|---|---|---|---|', ...rows, ''];
}

function branchList(branches: readonly Branch[]): readonly string[] {
  return branches.length === 0 ? [] : [...branchItems(branches, ''), ''];
}

function branchItems(branches: readonly Branch[], indent: string): readonly string[] {
  return branches.flatMap(({ name, state, below }) => [
    `${indent}- ${escaped(name)}${state === null ? '' : `: **${escaped(state)}**`}`,
    ...branchItems(below, `${indent}  `),
  ]);
}

function blockLines({ title, tag, code, rows }: Block): readonly string[] {
  const marks = [...(tag === null ? [] : [escaped(tag)]), ...(code === null ? [] : [`\`${plainWords(code)}\``])];
  return [
    `### ${escaped(title)}`,
    '',
    ...(marks.length === 0 ? [] : [marks.join(' · '), '']),
    ...rows.flatMap(rowLines),
  ];
}

function rowLines({ label, pieces }: Row): readonly string[] {
  return [`**${escaped(label)}**`, '', ...pieces.flatMap(pieceLines)];
}

function pieceLines({ kind, text }: Piece): readonly string[] {
  if (kind === 'command') return [`${fence(text)}sh`, text, fence(text), ''];
  return text.startsWith('- ') ? [`- ${escaped(text.slice(2))}`, ''] : [escaped(text), ''];
}

/** A fence longer than any run of backticks inside. */
function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(longest + 1);
}

/**
 * Everything that Markdown or HTML would read as markup is read as text. GitHub looks for mentions and links in what comes of
 * it, so that a backslash does not help there, and an empty comment does
 * (https://github.com/github/cmark-gfm/issues/181).
 */
function escaped(text: string): string {
  return plainWords(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_{}[\]>#|~]/g, '\\$&')
    .replaceAll(/(?<!\w)@|:(?=\/\/)|\bwww(?=\.)/gi, '$&<!-- -->');
}
