import type { Report } from '../../model/report.ts';
import type { Baseline } from './baseline.ts';
import { isRegistered } from './is-registered.ts';
import { targetKey } from './target-key.ts';
import { type Trouble, troublesOf } from './troubles-of.ts';

/**
 * What a report says stood. With `before` (ISO 8601), when a deployment began: only what is known to have stood by then, so
 * that what the deployment itself brought does not count as old. A target that is well is then new, which costs it nothing
 * but connections.
 */
export function baselineFrom(report: Report, before: string | null = null): Baseline {
  const troubles = troublesOf(report).filter(stoodBy(before));
  const ill = new Set(troubles.map(({ endpoint }) => endpoint));
  const old = report.endpoints.filter((one) => isRegistered(one) && (before === null || ill.has(one.id)));
  return {
    at: before ?? report.checkedAt,
    targets: [...new Set(old.map(targetKey))],
    stood: [...new Set(troubles.map(({ key }) => key))],
  };
}

function stoodBy(before: string | null): (trouble: Trouble) => boolean {
  if (before === null) return () => true;
  const end = Date.parse(before);
  return ({ since }) => since !== null && Date.parse(since) < end;
}
