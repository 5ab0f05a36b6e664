import type { Fault } from './fault.ts';
import { fault as loadBalancerSecurityGroupBlocksTargets } from './faults/load-balancer-security-group-blocks-targets.ts';
import { fault as targetPortClosed } from './faults/target-port-closed.ts';
import { fault as targetResetsConnections } from './faults/target-resets-connections.ts';
import { fault as targetSecurityGroupBlocksLoadBalancer } from './faults/target-security-group-blocks-load-balancer.ts';
import { fault as targetSubnetAclBlocksResponse } from './faults/target-subnet-acl-blocks-response.ts';
import { fault as vantagePointBroken } from './faults/vantage-point-broken.ts';

/** Every fault, in the packet's order from the load balancer to the process; ourselves last. Of several, the first leads. */
export const catalogue: readonly Fault[] = [
  loadBalancerSecurityGroupBlocksTargets,
  targetSubnetAclBlocksResponse,
  targetSecurityGroupBlocksLoadBalancer,
  targetPortClosed,
  targetResetsConnections,
  vantagePointBroken,
];
