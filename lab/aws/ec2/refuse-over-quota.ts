import type { RulePeer, SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';

/**
 * Inbound or outbound rules per security group, IPv4 and IPv6 each on its own:
 * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html.
 */
const MOST_RULES = 60;

/** Throws where these rules of one group and direction are more than the default quota allows. */
export function refuseOverQuota(rules: readonly SecurityGroupRule[], { prefixLists }: World): void {
  const total = (family: 4 | 6) => rules.reduce((sum, { peer }) => sum + weightOf(peer, family, prefixLists), 0);
  if (total(4) <= MOST_RULES && total(6) <= MOST_RULES) return;
  const message = 'The maximum number of rules per security group has been reached.';
  throw new AwsError('RulesPerSecurityGroupLimitExceeded', message);
}

/** A reference to a group counts as one rule of each family, a prefix list as its entries. */
function weightOf(peer: RulePeer, family: 4 | 6, prefixLists: World['prefixLists']): number {
  const isOurs = (cidr: string) => cidr.includes(':') === (family === 6);
  if (peer.kind === 'cidr') return isOurs(peer.cidr) ? 1 : 0;
  if (peer.kind === 'security-group') return 1;
  return prefixLists.find(({ id }) => id === peer.id)?.cidrs.filter(isOurs).length ?? 0;
}
