import { instanceStatuses } from '../../../lambda/inventory/instance-statuses.ts';
import { managedPrefixLists } from '../../../lambda/inventory/managed-prefix-lists.ts';
import { prefixListEntries } from '../../../lambda/inventory/prefix-list-entries.ts';
import { securityGroupVpcAssociations } from '../../../lambda/inventory/security-group-vpc-associations.ts';
import { staleSecurityGroups } from '../../../lambda/inventory/stale-security-groups.ts';
import { vpcPeerings } from '../../../lambda/inventory/vpc-peerings.ts';
import { type NounTable, nounTables } from './noun-tables.ts';

const STATUS = { InstanceId: 'i-1', SystemStatus: { Status: 'ok' }, InstanceStatus: { Status: 'impaired' } };
const SIDE = { VpcId: 'vpc-1', OwnerId: '12' };
const ACTIVE = {
  VpcPeeringConnectionId: 'pcx-1',
  Status: { Code: 'active' },
  RequesterVpcInfo: {
    ...SIDE,
    Region: 'eu-west-1',
    CidrBlock: '10.0.0.0/16',
    CidrBlockSet: [{ CidrBlock: '10.0.0.0/16' }, { CidrBlock: '10.1.0.0/16' }],
    Ipv6CidrBlockSet: [{ Ipv6CidrBlock: '2001:db8::/56' }],
  },
  AccepterVpcInfo: { ...SIDE, VpcId: 'vpc-2', CidrBlock: '10.2.0.0/16' },
};
const side = (vpcId: string, region: string | null, cidrs: string[], ipv6Cidrs: string[] = []) => ({
  vpcId,
  ownerId: '12',
  region,
  cidrs,
  ipv6Cidrs,
});
const pairs = (...ids: string[]) => [{ IpProtocol: 'tcp', UserIdGroupPairs: ids.map((GroupId) => ({ GroupId })) }];

const TABLES: readonly NounTable[] = [
  {
    kind: 'instance statuses',
    call: instanceStatuses,
    rows: [{ situation: 'impaired', raw: STATUS, noun: { instanceId: 'i-1', system: 'ok', instance: 'impaired' } }],
    malformed: [{ said: 'SystemStatus.Status is missing', raw: { ...STATUS, SystemStatus: {} } }],
  },
  {
    kind: 'prefix lists',
    call: managedPrefixLists,
    rows: [{ situation: 'any', raw: { PrefixListId: 'pl-1', PrefixListName: 'x' }, noun: { id: 'pl-1', name: 'x' } }],
    malformed: [{ said: 'PrefixListName is missing', raw: { PrefixListId: 'pl-1' } }],
  },
  {
    kind: 'entries of a prefix list',
    call: prefixListEntries,
    rows: [{ situation: 'with a description', raw: { Cidr: '10.0.0.0/8', Description: 'x' }, noun: '10.0.0.0/8' }],
    malformed: [{ said: 'Cidr is missing', raw: {} }],
  },
  {
    kind: 'peerings',
    call: vpcPeerings,
    rows: [
      {
        situation: 'active, with several ranges and with one',
        raw: ACTIVE,
        noun: {
          id: 'pcx-1',
          status: 'active',
          requester: side('vpc-1', 'eu-west-1', ['10.0.0.0/16', '10.1.0.0/16'], ['2001:db8::/56']),
          accepter: side('vpc-2', null, ['10.2.0.0/16']),
        },
      },
      {
        situation: 'no longer active, hence without ranges',
        raw: { ...ACTIVE, Status: { Code: 'deleted' }, RequesterVpcInfo: SIDE, AccepterVpcInfo: SIDE },
        noun: {
          id: 'pcx-1',
          status: 'deleted',
          requester: side('vpc-1', null, []),
          accepter: side('vpc-1', null, []),
        },
      },
    ],
    malformed: [
      { said: 'Status.Code is missing', raw: { ...ACTIVE, Status: undefined } },
      { said: 'AccepterVpcInfo is missing', raw: { ...ACTIVE, AccepterVpcInfo: undefined } },
      { said: 'RequesterVpcInfo.VpcId is missing', raw: { ...ACTIVE, RequesterVpcInfo: { OwnerId: '12' } } },
    ],
  },
  {
    kind: 'stale groups',
    call: staleSecurityGroups,
    rows: [
      {
        situation: 'both ways, one group twice',
        raw: {
          GroupId: 'sg-1',
          VpcId: 'vpc-1',
          StaleIpPermissions: [...pairs('sg-a', 'sg-b'), ...pairs('sg-a')],
          StaleIpPermissionsEgress: pairs('sg-c'),
        },
        noun: { groupId: 'sg-1', vpcId: 'vpc-1', ingressReferences: ['sg-a', 'sg-b'], egressReferences: ['sg-c'] },
      },
      {
        situation: 'one way',
        raw: { GroupId: 'sg-1', VpcId: 'vpc-1', StaleIpPermissions: pairs('sg-a') },
        noun: { groupId: 'sg-1', vpcId: 'vpc-1', ingressReferences: ['sg-a'], egressReferences: [] },
      },
    ],
    malformed: [{ said: 'VpcId is missing', raw: { GroupId: 'sg-1' } }],
  },
  {
    kind: 'associations of groups',
    call: securityGroupVpcAssociations,
    rows: [
      {
        situation: 'one that failed',
        raw: { GroupId: 'sg-1', VpcId: 'vpc-2', State: 'association-failed', GroupOwnerId: '12' },
        noun: { groupId: 'sg-1', vpcId: 'vpc-2', state: 'association-failed' },
      },
    ],
    malformed: [{ said: 'State is missing', raw: { GroupId: 'sg-1', VpcId: 'vpc-2' } }],
  },
];

nounTables(TABLES);
