import type { Report, ReportedEndpoint } from '../../model/report.ts';
import type { Gate } from './gate.ts';
import { isLeaving } from './is-leaving.ts';
import { isRegistered } from './is-registered.ts';
import { targetKey } from './target-key.ts';
import { type Trouble, troublesOf } from './troubles-of.ts';
import { unseenOf } from './unseen-of.ts';

/**
 * A report as a gate sees it. `fresh` are the endpoints of targets registered since the baseline, or to be registered; `gone`
 * the targets of the baseline that are, or once were, away; `lost` those new ones (`targetKey`) that went since the last check
 * without having accepted enough; `inWay` what hinders a deployment from going on. Unless `sawAll`, who is not seen may be there.
 */
export type View = {
  readonly fresh: readonly ReportedEndpoint[];
  readonly gone: readonly string[];
  readonly lost: readonly string[];
  readonly sawAll: boolean;
  readonly inWay: readonly Trouble[];
};

/** Sees a report against what stood before. */
export function viewOf(report: Report, { rules, baseline: { targets, stood }, state }: Gate): View {
  const troubles = troublesOf(report);
  const registered = new Set(report.endpoints.filter(isRegistered).map(targetKey));
  // A target group that could not be read says of nobody that it is away.
  const sawAll = !troubles.some(({ kind, endpoint }) => kind === 'blind' && endpoint === null);
  const away = sawAll ? targets.filter((key) => !registered.has(key)) : [];
  const gone = [...new Set([...state.gone, ...away])];
  const old = new Set(targets.filter((key) => !gone.includes(key)));
  const fresh = report.endpoints.filter((one) => !isLeaving(one) && !old.has(targetKey(one)));
  const freshIds = new Set(fresh.map(({ id }) => id));
  const present = new Set(fresh.map(targetKey));
  const short = Object.keys(state.accepted).filter((id) => (state.accepted[id] ?? 0) < rules.stable);
  const left = new Set(short.map((id) => targetKey({ id })).filter((key) => !present.has(key)));
  const known = troubles.filter((trouble) => hinders(trouble, stood, freshIds));
  const inWay = [...known, ...unseenOf(fresh, known, rules)];
  return { fresh, gone, lost: sawAll ? [...left] : [], sawAll, inWay };
}

/**
 * A new target must be well whatever ailed others before, and what is registered must be known whether or not it was known
 * before. Everything else hinders only where it is new.
 */
function hinders({ kind, key, endpoint }: Trouble, stood: readonly string[], fresh: ReadonlySet<string>): boolean {
  if (endpoint === null && kind === 'blind') return true;
  return (endpoint !== null && fresh.has(endpoint)) || !stood.includes(key);
}
