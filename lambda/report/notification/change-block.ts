import { listed } from '../../diagnosis/listed.ts';
import type { Report } from '../../model/report.ts';
import { findingBlock } from '../page/finding-block.ts';
import { moment } from '../page/moment.ts';
import type { Block, Row } from '../page/page.ts';
import type { StateChange } from './state-change.ts';

/** Beyond this many subjects nobody reads on; the rest is counted. */
const SHOWN = 6;

/**
 * A change as a block of the report's own words: what, since when, why and how sure, who changed it, the command. `pages` is the
 * URL of the folder of the documentation that has a page for each fault.
 */
export function changeBlock(change: StateChange, report: Report, pages: string): Block {
  const { finding, code, before, kind } = change;
  const more: Row = { label: 'More', pieces: [{ kind: 'text', text: `${pages}/faults/${code}.md` }] };
  if (finding === null) {
    const stood = before === null ? '' : `It stood since ${moment(before.since)}. `;
    const text = `${stood}It is gone at ${placesOf(change)}, seen ${moment(report.checkedAt)}.`;
    return {
      title: `Cleared: ${code}`,
      tag: null,
      code,
      rows: [{ label: 'Cleared', pieces: [{ kind: 'text', text }] }, more],
    };
  }
  const ids = new Set(change.subjects.map(({ id }) => id));
  const endpoints = report.endpoints.filter(({ id }) => ids.has(id));
  const resources = [...report.loadBalancers, ...report.targetGroups].filter(({ arn }) => ids.has(arn));
  const diagnoses = [...resources, ...endpoints].map(({ diagnosis }) => diagnosis);
  const block = findingBlock({ finding, endpoints, diagnoses, leads: true }, report);
  const was =
    kind === 'became' && before !== null ? [`Before, it was ${before.code}, since ${moment(before.since)}.`] : [];
  const first: Row = { label: 'Concerns', pieces: [placesOf(change), ...was].map((text) => ({ kind: 'text', text })) };
  return { ...block, rows: [first, ...block.rows, more] };
}

function placesOf({ subjects }: StateChange): string {
  const names = subjects.slice(0, SHOWN).map(({ name }) => name);
  return listed(subjects.length > SHOWN ? [...names, `${subjects.length - SHOWN} more`] : names);
}
