import type { Decision, Hop } from '../../model/flow.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { BlockPublicAccess } from '../../model/network.ts';
import { whyUnknown } from '../../model/why-unknown.ts';
import { addressName } from '../address-name.ts';
import type { Located } from '../locate.ts';

/** How a connection crosses the edge: opened from the internet, from within, or from within by what lets none in. */
export type Crossing = 'in' | 'out' | 'out-only';
type Judged = { readonly hops: readonly Hop[]; readonly assumptions: readonly string[] };
type Exclusion = BlockPublicAccess['exclusions'][number];

const SETTLED = ['create-complete', 'update-complete', 'update-failed', 'delete-failed', 'disable-failed'];
const UNDER_WAY = /-in-progress$/;

/**
 * Judges VPC Block Public Access for what stands at `at`, next to the internet gateway. Ingress-only lets through what NAT
 * and egress-only gateways carry and nothing else; an exclusion of the subnet or VPC lifts the block (AWS, *Block public
 * access to VPCs and subnets*). Nothing is said where it is off. Where nobody looked, it is taken to be, which is said.
 */
export function judgeBlockPublicAccess(
  { blockPublicAccess: fact }: Inventory,
  at: Located,
  crossing: Crossing,
): Judged {
  if (!fact.known) {
    const reason = whyUnknown('block public access settings', fact);
    const looked = fact.kind !== 'not-asked' && fact.kind !== 'not-found';
    if (looked) return { hops: [hop(at, 'unknown', reason)], assumptions: [] };
    return { hops: [], assumptions: [`VPC Block Public Access is taken to be off: ${reason}.`] };
  }
  const { mode, exclusions } = fact.value;
  if (mode === 'off') return { hops: [], assumptions: [] };
  const own = exclusions.filter(({ resourceId }) => resourceId === at.subnetId || isVpc(at, resourceId));
  const lifted = own.find((one) => SETTLED.includes(one.state) && lifts(one, mode, crossing));
  if (lifted !== undefined) {
    const why = `block public access (${mode}) leaves ${lifted.resourceId} out (${lifted.allows})`;
    return { hops: [{ ...hop(at, 'allow', why), line: lifted.resourceId }], assumptions: [] };
  }
  return { hops: [judgedByMode(at, mode, crossing, own)], assumptions: [] };
}

function isVpc({ vpc }: Located, resourceId: string): boolean {
  return vpc.known && vpc.value === resourceId;
}

/** Egress exclusions apply in bidirectional mode only. */
function lifts({ allows }: Exclusion, mode: BlockPublicAccess['mode'], crossing: Crossing): boolean {
  return allows === 'bidirectional' || (mode === 'block-bidirectional' && crossing !== 'in');
}

function judgedByMode(
  at: Located,
  mode: BlockPublicAccess['mode'],
  crossing: Crossing,
  own: readonly Exclusion[],
): Hop {
  if (mode === 'block-ingress' && crossing === 'out-only') {
    return hop(at, 'allow', `block public access (${mode}) lets through what only opens connections outwards`);
  }
  const pending = own.find((one) => UNDER_WAY.test(one.state) && lifts(one, mode, crossing));
  if (pending !== undefined) {
    const why = `whether block public access leaves ${pending.resourceId} out is not known: its exclusion is ${pending.state}`;
    return hop(at, 'unknown', why);
  }
  const way = crossing === 'in' ? 'what comes from the internet' : 'what leaves for the internet';
  return hop(at, 'deny', `block public access (${mode}) stops ${way}, and leaves out neither subnet nor VPC`);
}

function hop({ subnetId, cidr }: Located, decision: Decision, why: string): Hop {
  return { kind: 'block-public-access', resource: subnetId ?? addressName(cidr), decision, why };
}
