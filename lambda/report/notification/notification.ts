import type { Report } from '../../model/report.ts';
import { counted } from '../page/counted.ts';
import { moment } from '../page/moment.ts';
import type { Block, Piece } from '../page/page.ts';
import { plainWords } from '../plain-words.ts';
import { asciiLine } from './ascii-line.ts';
import { changeBlock } from './change-block.ts';
import { headline } from './headline.ts';
import type { StateChange } from './state-change.ts';
import { withinBytes } from './within-bytes.ts';

/** What messages are made of. `pages` is the URL of the documentation's folder, without a slash at its end. */
export type Told = {
  readonly changes: readonly StateChange[];
  readonly report: Report;
  readonly deployment: string;
  readonly pages: string;
};

/** A message to a person: `subject` is one line of at most 100 ASCII characters, `text` plain lines. */
export type Notification = { readonly subject: string; readonly text: string };

/** SNS takes 100 characters (API Reference, Publish, `Subject`). */
const LONGEST_SUBJECT = 100;

/**
 * A message takes 256 KB with all that it holds (API Reference, Publish, `Message`); in JSON a character may take six
 * bytes, and the chat's text stands beside this one. This is still eight pages.
 */
const MOST_BYTES = 24 * 1024;

/**
 * The message on changes that a person can act on when woken: for each what and where, since when, why and how sure, what changed
 * it, the command that mends it, and where to read more. Beyond 24 KB the last changes are left out, and it says how many.
 */
export function notification({ changes, report, deployment, pages }: Told): Notification {
  const subject = asciiLine(headline(changes), LONGEST_SUBJECT);
  const head = [
    `Origin Doctor ${deployment}: ${counted(changes.length, 'change')}, seen ${moment(report.checkedAt)}.`,
    'Commands are to be read before they are run. Everything of this check: origin-doctor check',
    '',
    '',
  ].join('\n');
  const parts = changes.map((change) => blockText(changeBlock(change, report, pages)));
  const [first = '', ...others] = parts;
  return { subject, text: withinBytes([head + first, ...others], MOST_BYTES, leftOut) };
}

function leftOut(left: number): string {
  return `${counted(left, 'more change')} would not fit into this message: origin-doctor check shows all.\n`;
}

function blockText({ title, tag, code, rows }: Block): string {
  const named = [tag, code].filter((part) => part !== null && !title.includes(part)).join(', ');
  const lines = rows.flatMap(({ label, pieces }) => [`${label}:`, ...pieces.map(pieceText)]);
  return [`== ${title}${named === '' ? '' : ` [${named}]`}`, ...lines, '', ''].join('\n');
}

/** Commands stand alone in their lines, so that they can be copied; they are never wrapped. */
function pieceText({ kind, text }: Piece): string {
  if (kind === 'text') return `  ${plainWords(text)}`;
  const lines = text.split('\n');
  return lines.map((line) => `    ${line}`).join('\n');
}
