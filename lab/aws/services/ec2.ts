import { describe } from '../ec2/describe.ts';
import { instances } from '../ec2/instances.ts';
import { networkAcls } from '../ec2/network-acls.ts';
import { networkInterfaces } from '../ec2/network-interfaces.ts';
import { routeTables } from '../ec2/route-tables.ts';
import { securityGroupRules } from '../ec2/security-group-rules.ts';
import { securityGroups } from '../ec2/security-groups.ts';
import { subnets } from '../ec2/subnets.ts';
import { vpcs } from '../ec2/vpcs.ts';
import type { Service } from '../operation.ts';

/** Amazon EC2: one noun, one Describe operation. */
export const ec2: Service = {
  signingName: 'ec2',
  version: '2016-11-15',
  target: null,
  operations: Object.fromEntries(
    [instances, networkAcls, networkInterfaces, routeTables, securityGroupRules, securityGroups, subnets, vpcs].map(
      (noun) => [noun.operation, describe(noun)],
    ),
  ),
};
