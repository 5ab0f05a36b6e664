import type { NamedFact } from '../model/diagnosis.ts';
import type { EndpointContext } from '../model/evidence.ts';
import type { NetworkInterface } from '../model/inventory.ts';
import { conclusiveResults } from './conclusive-results.ts';
import { testimony } from './testimony.ts';
import { type Beside, unanswered } from './unanswered.ts';
import { zonesOf } from './zones-of.ts';

/** That a registered address leads to nobody, or to a stranger. `words`: who holds it, as a clause. */
export type Stranger = {
  readonly words: string;
  readonly zones: readonly string[] | null;
  readonly facts: readonly NamedFact[];
  readonly sentence: string;
};

/** Null where the interface that holds the address (null: none does) may well be the target's, or nobody ails there. */
export function strangerAt(holder: NetworkInterface | null, beside: Beside, context: EndpointContext): Stranger | null {
  const { address } = context.endpoint;
  if (holder === null) return silentAt(`no network interface of the VPC holds ${address}`, beside, context);
  const owner = serviceOf(holder);
  if (owner !== null) return anyAt(`${address} is held by ${holder.id}, which is of ${owner}`, beside, context);
  // An interface that is attached to nothing keeps its address.
  if (holder.status !== 'available') return null;
  return silentAt(`${address} is held by ${holder.id}, which is attached to nothing`, beside, context);
}

/**
 * What AWS made the interface for, where that can be no target. Endpoints, databases and file systems are registered on
 * purpose, and are not named.
 */
function serviceOf({ interfaceType, description }: NetworkInterface): string | null {
  if (description.startsWith('ELB ')) return `the load balancer ${description.slice(4)}`;
  return SERVICES[interfaceType] ?? null;
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html */
const SERVICES: Readonly<Record<string, string>> = {
  lambda: 'Lambda functions',
  nat_gateway: 'a NAT gateway',
  transit_gateway: 'a transit gateway',
};

function silentAt(words: string, beside: Beside, context: EndpointContext): Stranger | null {
  const silence = unanswered(beside, context);
  if (silence === null) return null;
  const { zones, facts, sentence } = silence;
  return { words, zones, facts, sentence };
}

/** A stranger may answer in any way. Where all connect and the load balancer is content there is no symptom to explain. */
function anyAt(words: string, { probes = [], loadBalancerWord: word }: Beside, context: EndpointContext): Stranger {
  const results = conclusiveResults(probes, context);
  const alike = results.filter(({ outcome }) => outcome === results[0]?.outcome);
  const zones =
    alike.length === 0
      ? null
      : zonesOf(
          alike.map(({ vantagePoint }) => vantagePoint),
          context,
        );
  return { words, zones, ...testimony({ results: alike, word }, context) };
}
