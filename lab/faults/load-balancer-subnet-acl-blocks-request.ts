import { instanceNamed } from '../world/instance-named.ts';
import { withOwnAcl } from '../world/with-own-acl.ts';
import type { LabFault } from './lab-fault.ts';

/** One zone's nodes can no longer send to one of the services; the other zones' nodes can. */
export const labFault: LabFault = {
  code: 'load-balancer-subnet-acl-blocks-request',
  breaks:
    'A hardening script gives the subnet edge-a a network ACL of its own, whose rule 90 denies TCP out to port 8080.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => instanceNamed(world, 'web-a'),
  change: (world) =>
    withOwnAcl(world, 'edge-a', (entries) => [{ ...DENY, ruleNumber: 90, fromPort: 8080, toPort: 8080 }, ...entries]),
};

const DENY = { egress: true, protocol: '6', action: 'deny', cidr: '0.0.0.0/0' } as const;
