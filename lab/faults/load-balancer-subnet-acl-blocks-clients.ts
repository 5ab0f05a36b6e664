import { balancerNamed } from '../world/balancer-named.ts';
import { withOwnAcl } from '../world/with-own-acl.ts';
import type { LabFault } from './lab-fault.ts';

/** Clients of one zone's node are turned away; health checks, which come out of it, are not. */
export const labFault: LabFault = {
  code: 'load-balancer-subnet-acl-blocks-clients',
  breaks:
    'A hardening script gives the subnet internal-b a network ACL of its own, whose rule 90 denies TCP in to port 7000.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => balancerNamed(world, 'shop-orders'),
  change: (world) => withOwnAcl(world, 'internal-b', (entries) => [DENY, ...entries]),
};

const PORT = { fromPort: 7000, toPort: 7000 } as const;
const DENY = { ruleNumber: 90, egress: false, protocol: '6', action: 'deny', cidr: '0.0.0.0/0', ...PORT } as const;
