import type { LabFault } from './lab-fault.ts';
import { labFault as loadBalancerSecurityGroupBlocksTargets } from './load-balancer-security-group-blocks-targets.ts';
import { labFault as targetPortClosed } from './target-port-closed.ts';
import { labFault as targetResetsConnections } from './target-resets-connections.ts';
import { labFault as targetSecurityGroupBlocksLoadBalancer } from './target-security-group-blocks-load-balancer.ts';
import { labFault as targetSubnetAclBlocksResponse } from './target-subnet-acl-blocks-response.ts';
import { labFault as vantagePointBroken } from './vantage-point-broken.ts';

/** Every way in which the lab can break its world, in the catalogue's order. */
export const labFaults: readonly LabFault[] = [
  loadBalancerSecurityGroupBlocksTargets,
  targetSubnetAclBlocksResponse,
  targetSecurityGroupBlocksLoadBalancer,
  targetPortClosed,
  targetResetsConnections,
  vantagePointBroken,
];
