import type { Finding } from '../../model/diagnosis.ts';
import type { Report, ReportedEndpoint } from '../../model/report.ts';
import type { ShownState, ShownTone } from '../../model/shown.ts';
import { isProvenCause } from '../is-proven-cause.ts';
import { type State, stateOf } from '../page/state-of.ts';

/**
 * How each zone of a load balancer stands with what it should reach, by name of the zone. A zone that saw a connection stand
 * is healthy though another is not; one that did not dial is never called so.
 */
export function zoneStates({ endpoints }: Report): readonly ShownState[] {
  const states = new Map<string, State[]>();
  for (const endpoint of endpoints) {
    for (const zone of zonesOf(endpoint)) states.set(zone, [...(states.get(zone) ?? []), stateFrom(endpoint, zone)]);
  }
  return [...states].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([zone, seen]) => shownZone(zone, seen));
}

function zonesOf({ probes, paths }: ReportedEndpoint): ReadonlySet<string> {
  return new Set([...probes, ...paths].flatMap(({ zone }) => zone ?? []));
}

function stateFrom(endpoint: ReportedEndpoint, zone: string): State {
  const state = stateOf(endpoint);
  const outcomes = endpoint.probes.filter((probe) => probe.zone === zone).map(({ outcome }) => outcome);
  const told = outcomes.filter((outcome) => outcome !== 'inconclusive');
  if (state === 'healthy') return told.length === 0 ? 'unjudged' : state;
  if (state === 'idle' || state === 'unjudged') return state;
  const here = state === 'faulty' ? provenAt(endpoint, zone) : isSeenFrom(endpoint, told);
  if (here || told.some((outcome) => outcome !== 'connected')) return state;
  return told.length === 0 ? 'unjudged' : 'healthy';
}

function provenAt({ diagnosis: { leading, others } }: ReportedEndpoint, zone: string): boolean {
  const proven = [...(leading === null ? [] : [leading]), ...others].filter(isProvenCause);
  return proven.some(({ zones }: Finding) => zones === null || zones.includes(zone));
}

/** What the load balancer says, or configuration, holds for every zone; what a probe saw, where it was seen. */
function isSeenFrom({ diagnosis: { symptom } }: ReportedEndpoint, told: readonly string[]): boolean {
  return symptom?.witness !== 'probe' || told.some((outcome) => outcome !== 'connected');
}

function shownZone(name: string, seen: readonly State[]): ShownState {
  const worst = ORDER.find((state) => seen.includes(state)) ?? 'unjudged';
  const count = seen.filter((state) => state === worst).length;
  return { ...WORDS[worst], name, detail: `${count} of ${seen.length}` };
}

const ORDER: readonly State[] = ['faulty', 'unexplained', 'unjudged', 'healthy', 'idle'];

const WORDS: Record<State, { readonly state: string; readonly tone: ShownTone }> = {
  faulty: { state: 'FAULTY', tone: 'bad' },
  unexplained: { state: 'FAILING', tone: 'unsure' },
  unjudged: { state: 'UNKNOWN', tone: 'unsure' },
  idle: { state: 'idle', tone: 'plain' },
  healthy: { state: 'healthy', tone: 'good' },
};
