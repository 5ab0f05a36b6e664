import type { SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { listOf } from '../codecs/list-of.ts';
import { askedPeers } from './asked-peers.ts';
import { askedPorts } from './asked-ports.ts';

/** A rule as a request words it, before it has an id and a group. */
export type AskedRule = Omit<SecurityGroupRule, 'id' | 'groupId' | 'egress'>;

/** The rules in `IpPermissions`, one for each source. Throws for a malformed one, and for the same one twice. */
export function askedRules(input: Input): readonly AskedRule[] {
  return listOf(input, 'IpPermissions').flatMap((permission) => {
    const ports = askedPorts(permission);
    const peers = askedPeers(permission);
    if (peers.length > 0) return peers.map((peer) => ({ ...ports, ...peer }));
    const message = 'Missing source specification: include source security group or CIDR information';
    throw new AwsError('MissingParameter', message);
  });
}
