import { instanceNamed } from '../world/instance-named.ts';
import type { LabFault } from './lab-fault.ts';

/** Requests arrive and are answered, and every answer is lost on the way out of the targets' subnets. */
export const labFault: LabFault = {
  code: 'target-subnet-acl-blocks-response',
  breaks: 'A hardening script adds rule 90 to the ACL of the application subnets: deny TCP out to ports 1024-65535.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => instanceNamed(world, 'web-a'),
  change: (world) => {
    const deny = { ruleNumber: 90, egress: true, protocol: '6', action: 'deny', cidr: '0.0.0.0/0' } as const;
    const networkAcls = world.networkAcls.map((acl) =>
      acl.isDefault ? acl : { ...acl, entries: [...acl.entries, { ...deny, fromPort: 1024, toPort: 65_535 }] },
    );
    return { ...world, networkAcls };
  },
};
