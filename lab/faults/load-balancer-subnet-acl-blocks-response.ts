import type { NetworkAclEntry } from '../../lambda/model/inventory.ts';
import { instanceNamed } from '../world/instance-named.ts';
import { withOwnAcl } from '../world/with-own-acl.ts';
import type { LabFault } from './lab-fault.ts';

/** Users get in, requests get out, and every answer of a target is lost on its way into one zone. */
export const labFault: LabFault = {
  code: 'load-balancer-subnet-acl-blocks-response',
  breaks:
    'Someone gives the subnet edge-b a network ACL of its own, which admits what users need, port 80, and nothing else.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => instanceNamed(world, 'web-a'),
  change: (world) => withOwnAcl(world, 'edge-b', (entries) => [...entries.filter(({ egress }) => egress), ADMIT_USERS]),
};

const ADMIT_USERS: NetworkAclEntry = {
  ...{ ruleNumber: 100, egress: false, protocol: '6', cidr: '0.0.0.0/0', fromPort: 80, toPort: 80 },
  action: 'allow',
};
