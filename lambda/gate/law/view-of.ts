import type { Report, ReportedEndpoint } from '../../model/report.ts';
import type { Baseline } from './baseline.ts';
import type { GateState } from './gate-state.ts';
import { isLeaving } from './is-leaving.ts';
import { isRegistered } from './is-registered.ts';
import { targetKey } from './target-key.ts';
import { type Trouble, troublesOf } from './troubles-of.ts';

/**
 * A report as a gate sees it. `fresh` are the endpoints of targets registered since the baseline, or to be registered; `gone`
 * the targets of the baseline that are, or once were, away; `inWay` what hinders a deployment from going on.
 */
export type View = {
  readonly fresh: readonly ReportedEndpoint[];
  readonly gone: readonly string[];
  readonly inWay: readonly Trouble[];
};

/** Sees a report against what stood before. */
export function viewOf(report: Report, { targets, stood }: Baseline, { gone: goneBefore }: GateState): View {
  const troubles = troublesOf(report);
  const registered = new Set(report.endpoints.filter(isRegistered).map(targetKey));
  // A target group that could not be read says of nobody that it is away.
  const sawAll = !troubles.some(({ kind, endpoint }) => kind === 'blind' && endpoint === null);
  const away = sawAll ? targets.filter((key) => !registered.has(key)) : [];
  const gone = [...new Set([...goneBefore, ...away])];
  const old = new Set(targets.filter((key) => !gone.includes(key)));
  const fresh = report.endpoints.filter((one) => !isLeaving(one) && !old.has(targetKey(one)));
  const freshIds = new Set(fresh.map(({ id }) => id));
  return { fresh, gone, inWay: troubles.filter((trouble) => hinders(trouble, stood, freshIds)) };
}

/**
 * A new target must be well whatever ailed others before, and what is registered must be known whether or not it was known
 * before. Everything else hinders only where it is new.
 */
function hinders({ kind, key, endpoint }: Trouble, stood: readonly string[], fresh: ReadonlySet<string>): boolean {
  if (endpoint === null && kind === 'blind') return true;
  return (endpoint !== null && fresh.has(endpoint)) || !stood.includes(key);
}
