import { watchesIn } from '../../model/owners-of.ts';
import type { Report, ReportedEndpoint } from '../../model/report.ts';
import { isProvenCause } from '../is-proven-cause.ts';
import { whyUnjudged } from '../why-unjudged.ts';
import { counted } from './counted.ts';
import type { Subject, Tone } from './page.ts';
import { type State, stateOf } from './state-of.ts';

type LoadBalancerEntry = Report['loadBalancers'][number];
type TargetGroupEntry = Report['targetGroups'][number];

/** One entry per load balancer, its target groups below it; then watched paths; target groups that stand behind none come last. */
export function subjects(report: Report): readonly Subject[] {
  const loose = report.targetGroups.filter(({ loadBalancers }) => loadBalancers.length === 0);
  return [
    ...report.loadBalancers.map((loadBalancer) => loadBalancerEntry(loadBalancer, report)),
    ...watchesIn(report).map((name) => watchEntry(name, report)),
    ...loose.map((group) => ({ ...groupEntry(group, report.endpoints), parts: [] })),
  ];
}

function loadBalancerEntry(loadBalancer: LoadBalancerEntry, report: Report): Subject {
  const { arn, name, type, state } = loadBalancer;
  const unjudged = whyUnjudged(loadBalancer);
  const endpoints = report.endpoints.filter((endpoint) => endpoint.loadBalancer === arn);
  const groups = report.targetGroups.filter(({ loadBalancers }) => loadBalancers.includes(arn));
  const reason = unjudged ?? groups.map(whyUnjudged).find((why) => why !== null) ?? null;
  return {
    ...summary(endpoints, [loadBalancer, ...groups], reason),
    name,
    detail: `${type}, ${state}${unjudged === null ? '' : `; ${SEE_BELOW}`}`,
    parts: groups.map((group) => groupEntry(group, endpoints)),
  };
}

function watchEntry(name: string, report: Report): Subject {
  const endpoints = report.endpoints.filter(({ watch }) => watch === name);
  return { ...summary(endpoints, [], null), name, detail: `watched path, ${tally(endpoints)}`, parts: [] };
}

/** Reasons are long, and stand in a section of their own. */
const SEE_BELOW = 'could not be judged, see below';

function groupEntry(group: TargetGroupEntry, endpoints: readonly ReportedEndpoint[]): Omit<Subject, 'parts'> {
  const mine = endpoints.filter(({ targetGroup }) => targetGroup === group.arn);
  return {
    ...summary(mine, [group], whyUnjudged(group)),
    name: group.name,
    detail: detailOf(group, mine),
  };
}

function detailOf(group: TargetGroupEntry, endpoints: readonly ReportedEndpoint[]): string {
  if (whyUnjudged(group) !== null) return SEE_BELOW;
  return group.loadBalancers.length === 0 ? 'no load balancer uses it' : tally(endpoints);
}

/**
 * The gravest state of what is there and below decides; `resources` are judged as such. With nothing below there is nothing to
 * call healthy.
 */
function summary(
  endpoints: readonly ReportedEndpoint[],
  resources: readonly Pick<TargetGroupEntry, 'diagnosis'>[],
  unjudged: string | null,
): Pick<Subject, 'state' | 'tone'> {
  const states = endpoints.map(stateOf);
  const own = resources.flatMap(({ diagnosis: { leading, others } }) => (leading === null ? [] : [leading, ...others]));
  if (states.includes('faulty') || own.some(isProvenCause)) return STATES.faulty;
  if (states.includes('unexplained')) return STATES.unexplained;
  if (unjudged !== null || states.includes('unjudged')) return STATES.unjudged;
  if (states.includes('healthy')) return STATES.healthy;
  return endpoints.length === 0 ? { state: 'empty', tone: 'plain' } : STATES.idle;
}

const STATES: Record<State, { readonly state: string; readonly tone: Tone }> = {
  faulty: { state: 'FAULTY', tone: 'bad' },
  unexplained: { state: 'FAILING', tone: 'unsure' },
  unjudged: { state: 'UNKNOWN', tone: 'unsure' },
  idle: { state: 'idle', tone: 'plain' },
  healthy: { state: 'healthy', tone: 'good' },
};

/** `4 endpoints: 2 faulty, 2 healthy`, the gravest first. */
function tally(endpoints: readonly ReportedEndpoint[]): string {
  if (endpoints.length === 0) return 'nothing to dial: no target, or none that speaks TCP';
  const states = endpoints.map(stateOf);
  const counts = ORDER.flatMap((state) => {
    const count = states.filter((one) => one === state).length;
    return count === 0 ? [] : [`${count} ${TALLY[state]}`];
  });
  return `${counted(endpoints.length, 'endpoint')}: ${counts.join(', ')}`;
}

const ORDER: readonly State[] = ['faulty', 'unexplained', 'unjudged', 'idle', 'healthy'];

const TALLY: Record<State, string> = {
  faulty: 'faulty',
  unexplained: 'failing, cause not proven',
  unjudged: 'could not be judged',
  idle: 'unused or draining',
  healthy: 'healthy',
};
