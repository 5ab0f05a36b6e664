import type { KeptShown, ShownTone } from '../../model/shown.ts';
import { ago } from '../page/ago.ts';
import { moment } from '../page/moment.ts';
import { alertsOf } from './alerts-of.ts';
import { escaped } from './escaped.ts';
import { findingArticle } from './finding-article.ts';
import { fitting } from './fitting.ts';
import { palettes, type Theme } from './palette.ts';
import { staleSince } from './stale-since.ts';
import { stateTable } from './state-table.ts';
import { widgetStyle } from './widget-style.ts';

/** What is to be shown, when, and to whom. */
export type WidgetContent = {
  readonly kept: readonly KeptShown[];
  /** Sentences on what could not be read. */
  readonly problems: readonly string[];
  /** ISO 8601. */
  readonly now: string;
  /** Seconds between two scheduled checks. */
  readonly intervalSeconds: number;
  readonly deployment: string;
  readonly theme: Theme;
  /** Of the widget, in CSS pixels. */
  readonly widthPx: number;
};

/** In bytes of UTF-8. With the style and the sentences around them, the answer stays below 100 KB. */
const MOST = { alerts: 4_000, table: 30_000, findings: 52_000, notes: 8_000 } as const;

const LEAST_PX = 280;
const MOST_PX = 2_400;
/** An article's border and padding, and the room of a scroll bar. */
const MARGIN_PX = 60;

/**
 * What the dashboard's widget shows, as HTML that is well-formed XML too: how old the last check is, the state of each load
 * balancer and zone, the findings in force, each with its path drawn. Below 100 KB whatever is kept; what is left out is counted.
 * It asks for nothing to be run (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_security.html).
 */
export function widgetHtml(content: WidgetContent): string {
  const { theme, widthPx } = content;
  const palette = palettes[theme];
  const on = { palette, widthPx: Math.floor(Math.min(MOST_PX, Math.max(LEAST_PX, widthPx))) - MARGIN_PX };
  const kept = content.kept.toSorted((a, b) => rank(a) - rank(b) || compare(nameOf(a), nameOf(b)));
  const articles = kept.flatMap((one) =>
    one.shown.findings.map((finding) => findingArticle(finding, dated(one, content), on)),
  );
  const alerts = alertsOf(content, content).map((text) => `<p class="od-alert" role="alert">${escaped(text)}</p>`);
  const notes = kept.flatMap((one) => one.shown.notes.map((note) => `<p>${escaped(`${nameOf(one)}: ${note}`)}</p>`));
  return `<div class="od od-${theme}"><style>${widgetStyle(palette)}</style>
${limited(alerts, MOST.alerts, 'warnings')}
${headline(kept, content)}
${stateTable(kept, content, MOST.table)}
${limited(articles, MOST.findings, 'findings')}
${limited(notes, MOST.notes, 'notes')}
</div>`;
}

const TONES: Record<ShownTone, number> = { bad: 0, unsure: 1, plain: 2, good: 3 };

function rank({ shown }: KeptShown): number {
  return TONES[shown.loadBalancer.tone];
}

function nameOf({ shown }: KeptShown): string {
  return shown.loadBalancer.name;
}

/** By code unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function dated(one: KeptShown, content: WidgetContent): string {
  const stale = staleSince(one.at, content);
  return stale === null ? nameOf(one) : `${nameOf(one)}, as of ${stale}`;
}

/** How old it is, and how many findings are in force. */
function headline(kept: readonly KeptShown[], content: WidgetContent): string {
  const { now } = content;
  const newest = kept
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  if (newest === undefined) return '';
  const count = kept.reduce((sum, { shown }) => sum + shown.findings.length, 0);
  const findings = count === 0 ? noFinding(kept, content) : `Findings in force: ${count}.`;
  return `<p>${escaped(`Last check ${ago(newest, now)}, ${moment(newest)}. ${findings}`)}</p>`;
}

/** Of what is old or could not be read nobody knows that it is well. */
function noFinding(kept: readonly KeptShown[], content: WidgetContent): string {
  const fresh = kept.filter(({ at }) => staleSince(at, content) === null);
  if (fresh.length === 0) return 'No finding was in force then.';
  const isWhole = fresh.length === kept.length && content.problems.length === 0;
  return isWhole ? 'No finding is in force.' : 'No finding is in force in what is known.';
}

function limited(parts: readonly string[], most: number, noun: string): string {
  const { kept, left } = fitting(parts, most);
  const rest = `${left} of ${parts.length} ${noun} ${left === 1 ? 'does' : 'do'} not fit here: origin-doctor check shows all.`;
  return left === 0 ? kept : `${kept}<p>${rest}</p>`;
}
