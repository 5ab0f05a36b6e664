import { instanceNamed } from '../world/instance-named.ts';
import { subnetNamed } from '../world/subnet-named.ts';
import type { LabFault } from './lab-fault.ts';

/** The application subnets turn one zone of the load balancer away from one port. */
export const labFault: LabFault = {
  code: 'target-subnet-acl-blocks-request',
  breaks:
    'A hardening script adds rule 90 to the ACL of the application subnets: deny TCP in to port 9090 from edge-c.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => instanceNamed(world, 'api-a'),
  change: (world) => {
    const { cidr } = subnetNamed(world, 'edge-c');
    const deny = { ruleNumber: 90, egress: false, protocol: '6', action: 'deny', cidr } as const;
    const networkAcls = world.networkAcls.map((acl) =>
      acl.isDefault ? acl : { ...acl, entries: [...acl.entries, { ...deny, fromPort: 9090, toPort: 9090 }] },
    );
    return { ...world, networkAcls };
  },
};
