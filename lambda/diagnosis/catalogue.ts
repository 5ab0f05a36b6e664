import type { Fault } from './fault.ts';
import { fault as deregistrationRace } from './faults/deregistration-race.ts';
import { fault as evidenceContradicts } from './faults/evidence-contradicts.ts';
import { fault as healthCheckPortBlocked } from './faults/health-check-port-blocked.ts';
import { fault as healthCheckPortClosed } from './faults/health-check-port-closed.ts';
import { fault as listenerForwardsNowhere } from './faults/listener-forwards-nowhere.ts';
import { fault as listenerMissing } from './faults/listener-missing.ts';
import { fault as loadBalancerNotActive } from './faults/load-balancer-not-active.ts';
import { fault as loadBalancerSecurityGroupBlocksClients } from './faults/load-balancer-security-group-blocks-clients.ts';
import { fault as loadBalancerSecurityGroupBlocksTargets } from './faults/load-balancer-security-group-blocks-targets.ts';
import { fault as loadBalancerSubnetAclBlocksClients } from './faults/load-balancer-subnet-acl-blocks-clients.ts';
import { fault as loadBalancerSubnetAclBlocksRequest } from './faults/load-balancer-subnet-acl-blocks-request.ts';
import { fault as loadBalancerSubnetAclBlocksResponse } from './faults/load-balancer-subnet-acl-blocks-response.ts';
import { fault as loadBalancerSubnetWithoutInternetRoute } from './faults/load-balancer-subnet-without-internet-route.ts';
import { fault as loadBalancerSubnetWithoutRoute } from './faults/load-balancer-subnet-without-route.ts';
import { fault as securityGroupReferenceNotHonoured } from './faults/security-group-reference-not-honoured.ts';
import { fault as targetAddressStale } from './faults/target-address-stale.ts';
import { fault as targetClosesEarly } from './faults/target-closes-early.ts';
import { fault as targetGroupEmpty } from './faults/target-group-empty.ts';
import { fault as targetGroupFailingOpen } from './faults/target-group-failing-open.ts';
import { fault as targetGroupUnused } from './faults/target-group-unused.ts';
import { fault as targetInstanceNotRunning } from './faults/target-instance-not-running.ts';
import { fault as targetNotProbeable } from './faults/target-not-probeable.ts';
import { fault as targetPortClosed } from './faults/target-port-closed.ts';
import { fault as targetResetsConnections } from './faults/target-resets-connections.ts';
import { fault as targetSecurityGroupBlocksClients } from './faults/target-security-group-blocks-clients.ts';
import { fault as targetSecurityGroupBlocksLoadBalancer } from './faults/target-security-group-blocks-load-balancer.ts';
import { fault as targetSubnetAclBlocksRequest } from './faults/target-subnet-acl-blocks-request.ts';
import { fault as targetSubnetAclBlocksResponse } from './faults/target-subnet-acl-blocks-response.ts';
import { fault as targetSubnetWithoutReturnRoute } from './faults/target-subnet-without-return-route.ts';
import { fault as targetZoneNotEnabled } from './faults/target-zone-not-enabled.ts';
import { fault as vantagePointBroken } from './faults/vantage-point-broken.ts';
import { fault as vantagePointDiffers } from './faults/vantage-point-differs.ts';

/** Every fault, in the packet's order from the load balancer to the process; ourselves last. Of several, the first leads. */
export const catalogue: readonly Fault[] = [
  loadBalancerNotActive,
  loadBalancerSubnetWithoutInternetRoute,
  loadBalancerSecurityGroupBlocksClients,
  loadBalancerSubnetAclBlocksClients,
  listenerMissing,
  listenerForwardsNowhere,
  targetGroupEmpty,
  targetGroupUnused,
  targetGroupFailingOpen,
  loadBalancerSecurityGroupBlocksTargets,
  loadBalancerSubnetAclBlocksRequest,
  loadBalancerSubnetAclBlocksResponse,
  loadBalancerSubnetWithoutRoute,
  targetSubnetAclBlocksRequest,
  targetSubnetAclBlocksResponse,
  targetSubnetWithoutReturnRoute,
  targetSecurityGroupBlocksLoadBalancer,
  targetSecurityGroupBlocksClients,
  securityGroupReferenceNotHonoured,
  targetZoneNotEnabled,
  healthCheckPortBlocked,
  healthCheckPortClosed,
  targetAddressStale,
  targetInstanceNotRunning,
  targetPortClosed,
  deregistrationRace,
  targetResetsConnections,
  targetClosesEarly,
  vantagePointBroken,
  vantagePointDiffers,
  evidenceContradicts,
  targetNotProbeable,
];
