import type { Endpoint, VantagePoint } from '../model/endpoint.ts';
import type { LoadBalancerWord, VantagePath } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';
import type { ProbeResult } from '../model/probe-result.ts';
import { NO_WORD } from './no-word.ts';

/** What an endpoint could be judged by. `proving` are those of the results that prove something. */
export type Judgeable = {
  readonly endpoint: Endpoint;
  /** All places of the check. */
  readonly vantagePoints: readonly VantagePoint[];
  readonly probes: Fact<readonly ProbeResult[]>;
  readonly proving: readonly ProbeResult[];
  readonly word: Fact<LoadBalancerWord>;
  readonly paths: Fact<readonly VantagePath[]>;
};

/** States in which the load balancer has not made up its mind. */
const UNDECIDED = ['initial', 'unavailable'];

/**
 * Why an endpoint could not be judged, as a phrase; null when it could: every place that should have seen something
 * did, or else the load balancer has decided and the configuration of the way is known. Of what is not dialled, that it has
 * decided is enough.
 */
export function unjudgedBecause(judgeable: Judgeable): string | null {
  const { endpoint } = judgeable;
  if (endpoint.dialled === false) return whyUnsaid(judgeable.word);
  if (endpoint.addressUnknown !== null) return `its address is not known: ${endpoint.addressUnknown}`;
  const silence = meaninglessSilence(judgeable);
  if (silence !== null) return silence;
  const unseen = whyUnseen(judgeable);
  const rest = unseen === null ? null : (whyUnsaid(judgeable.word) ?? whyUnread(judgeable.paths));
  return rest === null ? null : `${unseen}; ${rest}`;
}

function meaninglessSilence({ probes, proving, vantagePoints }: Judgeable): string | null {
  if (!probes.known || proving.length > 0) return null;
  const silent = probes.value.find(({ outcome }) => outcome !== 'inconclusive')?.vantagePoint;
  if (silent === undefined) return null;
  const from = vantagePoints.some(({ id, identity }) => id === silent && identity === 'local')
    ? 'this machine'
    : silent;
  return `silence at ${from} proves nothing, because the configuration does not say that connections from there pass`;
}

/** Null when every place saw something. A zone without a result is a zone not looked at. */
function whyUnseen({ endpoint, probes, proving }: Judgeable): string | null {
  if (!probes.known) return probes.reason;
  const dialled = probes.value.map(({ vantagePoint }) => vantagePoint);
  const expected = dialled.some((id) => endpoint.vantagePoints.includes(id)) ? endpoint.vantagePoints : dialled;
  const blind = expected.find((id) => !proving.some(({ vantagePoint }) => vantagePoint === id));
  if (blind === undefined) return null;
  const failed = probes.value.find(({ vantagePoint }) => vantagePoint === blind);
  if (failed === undefined) return `nothing was dialled from ${blind}`;
  return `dialling from ${blind} failed on our side (${failed.detail ?? failed.errno ?? 'no reason was given'})`;
}

function whyUnsaid(word: Fact<LoadBalancerWord>): string | null {
  if (!word.known) return `the load balancer's word could not be read: ${word.reason}`;
  if (word.value.state === NO_WORD.state) return 'there is no load balancer to ask';
  return UNDECIDED.includes(word.value.state) ? `the load balancer has not decided yet (${word.value.state})` : null;
}

function whyUnread(paths: Fact<readonly VantagePath[]>): string | null {
  if (!paths.known) return `its path could not be judged: ${paths.reason}`;
  const unread = paths.value
    .filter(({ path }) => path.verdict === 'unknown')
    .flatMap(({ path }) => [...path.forward, ...path.return])
    .find(({ decision }) => decision === 'unknown');
  return unread === undefined ? null : `its path could not be judged: ${unread.why}`;
}
