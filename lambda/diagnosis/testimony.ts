import type { NamedFact } from '../model/diagnosis.ts';
import type { EndpointContext, LoadBalancerWord } from '../model/evidence.ts';
import type { Outcome, ProbeResult } from '../model/probe-result.ts';
import { endpointInWords } from './endpoint-in-words.ts';
import { listed } from './listed.ts';

/** What was seen and said of an endpoint: `results` are those with the outcome in question, empty where nothing was dialled. */
export type Heard = {
  readonly results: readonly ProbeResult[];
  /** Undefined where it could not be read. */
  readonly word: LoadBalancerWord | undefined;
};

/** The witnesses' part of a finding: a sentence for `why`, and the facts it rests on. */
export function testimony(
  { results, word }: Heard,
  context: EndpointContext,
): { readonly sentence: string; readonly facts: readonly NamedFact[] } {
  const said = saidWords(word, context);
  const first = results[0];
  const told = said === null ? [] : [{ name: "the load balancer's word", value: said }];
  const end = said === null ? '.' : `; ${said}.`;
  if (first === undefined)
    return { sentence: `Nothing conclusive was dialled from the load balancer's own place${end}`, facts: told };
  const places = listed([...new Set(results.map(placeOf))]);
  const saw = `Connections to ${endpointInWords(context)} ${SAW[first.outcome]} from ${places}`;
  return {
    sentence: `${saw}${end}`,
    facts: [
      ...results.map((result) => ({ name: `probe from ${result.vantagePoint}`, value: probeWords(result) })),
      ...told,
    ],
  };
}

/** The id of the place from which the command line dials, wherever that stands. */
const HERE = 'local';

function placeOf({ zone, vantagePoint }: ProbeResult): string {
  return vantagePoint === HERE ? 'this machine' : (zone ?? vantagePoint);
}

const SAW: Readonly<Record<Outcome, string>> = {
  connected: 'are accepted',
  refused: 'are refused',
  'timed-out': 'get no answer',
  reset: 'are accepted and then reset',
  'closed-early': 'are accepted and then closed without a byte',
  unreachable: 'end in an ICMP error',
  inconclusive: 'could not be tried',
};

function probeWords({ outcome, errno, elapsedMs, at }: ProbeResult): string {
  const error = errno === null ? '' : ` (${errno})`;
  return `${outcome}${error} after ${Math.round(elapsedMs)} ms, at ${at}`;
}

/** Null where there is no load balancer that could say something. */
function saidWords(word: LoadBalancerWord | undefined, { targetGroup }: EndpointContext): string | null {
  if (targetGroup === null) return null;
  if (word === undefined) return 'what the load balancer says could not be read';
  const { state, reason, settled } = word;
  const another = targetGroup.healthCheck.port === 'traffic-port' ? '' : ' or speak of another port';
  const lags = settled ? '' : `, which may lag behind${another}`;
  return `the load balancer says ${state}${reason === null ? '' : ` (${reason})`}${lags}`;
}
