import type { ShownFinding } from '../../model/shown.ts';
import { escaped } from './escaped.ts';
import { type Drawn, pathSvg } from './path-svg.ts';

/** A finding of a load balancer (by name) with its path drawn, then its words; commands as text to be copied. */
export function findingArticle({ title, tag, code, tone, rows, path }: ShownFinding, of: string, on: Drawn): string {
  const said = [tag, code].filter((word) => word !== null).join(', ');
  const drawing = path === null ? '<p>No path was judged for this.</p>' : pathSvg(path, on);
  return `<article><h3 class="od-${tone}">${escaped(`${of}: ${title}`)}</h3>
${said === '' ? '' : `<p>${escaped(said)}</p>`}
${drawing}
<dl>${rows.map(row).join('\n')}</dl></article>`;
}

function row({ label, pieces }: ShownFinding['rows'][number]): string {
  return `<dt>${escaped(label)}</dt><dd>${pieces.map(piece).join('\n')}</dd>`;
}

function piece({ kind, text }: ShownFinding['rows'][number]['pieces'][number]): string {
  return kind === 'command' ? `<pre><code>${escaped(text)}</code></pre>` : `<p>${escaped(text)}</p>`;
}
