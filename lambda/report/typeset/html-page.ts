import { htmlStyle } from '../html-style.ts';
import type { Block, Branch, Page, Piece, Row, Section, Step, Subject, Tone } from '../page/page.ts';
import { plainWords } from '../plain-words.ts';

/** A page as one HTML file that needs nothing else: no script, no font, no image from anywhere. Ends with a newline. */
export function htmlPage(page: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`${page.title}: ${page.verdict.text}`)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<main>
${body(page)}
</main>
</body>
</html>
`;
}

function body(page: Page): string {
  return [
    `<header><h1>${escaped(page.title)}</h1><time>${escaped(page.when)}</time></header>`,
    `<p class="verdict ${page.verdict.tone}">${escaped(page.verdict.text)}</p>`,
    ...subjectList(page.subjects),
    ...page.basis.map((text) => `<p class="basis">${escaped(text)}</p>`),
    ...page.sections.map(section),
    `<footer>${page.closing.map((text) => `<p>${escaped(text)}</p>`).join('')}</footer>`,
  ].join('\n');
}

function subjectList(subjects: readonly Subject[]): readonly string[] {
  if (subjects.length === 0) return [];
  const rows = subjects.flatMap(({ parts, ...subject }) => [
    subjectRow(subject, 'whole'),
    ...parts.map((part) => subjectRow(part, 'part')),
  ]);
  return [`<table>\n${rows.join('\n')}\n</table>`];
}

function subjectRow({ state, tone, name, detail }: Omit<Subject, 'parts'>, kind: string): string {
  return `<tr class="${kind}"><td class="${tone}">${escaped(state)}</td><th scope="row">${escaped(name)}</th><td>${escaped(detail)}</td></tr>`;
}

function section({ heading, tone, lead, blocks, lines, steps = [], branches = [] }: Section): string {
  const list = lines.length === 0 ? '' : `<ul>${lines.map((text) => `<li>${escaped(text)}</li>`).join('\n')}</ul>`;
  const first = lead === undefined ? '' : `<p>${escaped(lead)}</p>\n`;
  return `<section class="${tone}"><h2>${escaped(heading)}</h2>\n${first}${blocks.map(block).join('\n')}${stepTable(steps)}${branchList(branches)}${list}</section>`;
}

function stepTable(steps: readonly Step[]): string {
  if (steps.length === 0) return '';
  const rows = steps.map(({ mark, what, place, why }) => {
    const cells = [what, place, why].map((text) => `<td>${escaped(text)}</td>`).join('');
    return `<tr><td class="${TONES[mark]}">${escaped(mark)}</td>${cells}</tr>`;
  });
  return `<table>\n${rows.join('\n')}\n</table>`;
}

const TONES: Record<Step['mark'], Tone> = { ok: 'good', STOP: 'bad', '?': 'unsure' };

function branchList(branches: readonly Branch[]): string {
  if (branches.length === 0) return '';
  const items = branches.map(({ name, state, tone, below }) => {
    const said = state === null ? '' : ` <strong class="${tone}">${escaped(state)}</strong>`;
    return `<li>${escaped(name)}${said}${branchList(below)}</li>`;
  });
  return `<ul>\n${items.join('\n')}\n</ul>`;
}

function block({ title, tag, code, rows }: Block): string {
  const sure = tag === null ? '' : ` <span class="tag">${escaped(tag)}</span>`;
  const named = code === null ? '' : `<p><code>${escaped(code)}</code></p>`;
  return `<article><h3>${escaped(title)}${sure}</h3>${named}\n<dl>\n${rows.map(row).join('\n')}\n</dl></article>`;
}

function row({ label, pieces }: Row): string {
  return `<dt>${escaped(label)}</dt><dd>${pieces.map(piece).join('\n')}</dd>`;
}

function piece({ kind, text }: Piece): string {
  if (kind === 'command') return `<pre><code>${literal(text)}</code></pre>`;
  return text.startsWith('- ') ? `<p class="point">${escaped(text.slice(2))}</p>` : `<p>${escaped(text)}</p>`;
}

function escaped(text: string): string {
  return literal(plainWords(text));
}

function literal(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
