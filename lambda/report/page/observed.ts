import { listed } from '../../diagnosis/listed.ts';
import type { Outcome } from '../../model/probe-result.ts';
import type { Report, ReportedEndpoint, ReportedProbe } from '../../model/report.ts';
import { endpointName } from './endpoint-name.ts';
import type { Piece } from './page.ts';

/** Beyond this many targets of one kind, a screen is no longer read; the rest is counted. */
const SHOWN = 6;

/** What was seen at these endpoints, those with the same words together: their names first, then what each witness says. */
export function observed(endpoints: readonly ReportedEndpoint[], report: Report): readonly Piece[] {
  const alike = new Map<string, readonly ReportedEndpoint[]>();
  for (const endpoint of endpoints) {
    const words = wordsOf(endpoint, report).join('\n');
    alike.set(words, [...(alike.get(words) ?? []), endpoint]);
  }
  return [...alike].flatMap(([words, group]) => [...namesOf(group), ...words.split('\n').map((text) => asText(text))]);
}

function namesOf(endpoints: readonly ReportedEndpoint[]): readonly Piece[] {
  const names = endpoints.slice(0, SHOWN).map((endpoint) => asText(endpointName(endpoint)));
  const rest = endpoints.length - names.length;
  return rest === 0 ? names : [...names, asText(`and ${rest} more (all of them in --output json)`)];
}

function asText(text: string): Piece {
  return { kind: 'text', text };
}

function wordsOf(endpoint: ReportedEndpoint, report: Report): readonly string[] {
  const asked = endpoint.watch === null ? [loadBalancerWords(endpoint)] : [];
  return [...probeWords(endpoint.probes, report), ...asked];
}

/** One line per outcome, with all the places that saw it. */
function probeWords(probes: readonly ReportedProbe[], report: Report): readonly string[] {
  if (probes.length === 0) return ['- not dialled'];
  const places = new Map<string, readonly string[]>();
  for (const probe of probes) {
    const words = outcomeWords(probe);
    places.set(words, [...(places.get(words) ?? []), placeOf(probe, report)]);
  }
  return [...places].map(([words, from]) => `- ${words} from ${listed([...new Set(from)])}`);
}

function outcomeWords({ outcome, errno, detail }: ReportedProbe): string {
  if (outcome === 'inconclusive') return `could not be dialled (${flat(detail ?? errno ?? 'no reason given')})`;
  return WORDS[outcome];
}

const WORDS: Record<Exclude<Outcome, 'inconclusive'>, string> = {
  connected: 'connected',
  refused: 'connection refused',
  'timed-out': 'no answer (timed out)',
  reset: 'accepted, then reset',
  'closed-early': 'accepted, then closed without a byte',
  unreachable: 'unreachable (an ICMP error came back)',
};

/** A reason may have lines of its own; here it is part of one. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function placeOf({ vantagePoint, zone }: ReportedProbe, report: Report): string {
  const place = report.vantagePoints.find(({ id }) => id === vantagePoint);
  return place?.identity === 'local' ? 'this machine' : (zone ?? vantagePoint);
}

function loadBalancerWords({ elb }: ReportedEndpoint): string {
  if (elb === null) return "- the load balancer's own word is not known";
  const reason = elb.reason === null ? '' : ` (${elb.reason})`;
  return `- the load balancer says ${elb.state}${reason}${elb.settled ? '' : ', which may lag behind'}`;
}
