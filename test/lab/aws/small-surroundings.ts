import type { World } from '../../../lab/world/world.ts';
import type { PeeringSide } from '../../../lambda/model/network.ts';

type Surroundings = Pick<
  World,
  | 'instanceStatuses'
  | 'prefixLists'
  | 'peerings'
  | 'staleSecurityGroups'
  | 'securityGroupVpcAssociations'
  | 'transitGateways'
  | 'transitGatewayAttachments'
  | 'transitGatewayRouteTables'
  | 'natGateways'
  | 'internetGateways'
  | 'vpcEndpoints'
  | 'blockPublicAccess'
>;

/** What surrounds the small world's VPCs: one or two of each kind. */
export function smallSurroundings(accountId: string): Surroundings {
  const side = (vpcId: string, cidr: string): PeeringSide => ({
    vpcId,
    ownerId: accountId,
    region: 'eu-west-1',
    cidrs: [cidr],
    ipv6Cidrs: [],
  });
  const [requester, accepter] = [side('vpc-1', '10.0.0.0/16'), side('vpc-2', '192.168.0.0/16')];
  const attachment = { transitGatewayId: 'tgw-1', resourceOwnerId: accountId, state: 'available' };
  return {
    instanceStatuses: [{ instanceId: 'i-web', system: 'ok', instance: 'impaired' }],
    prefixLists: [
      { id: 'pl-1', name: 'com.amazonaws.eu-west-1.s3', cidrs: ['52.218.0.0/17', '3.5.64.0/21'] },
      { id: 'pl-own', name: 'offices', cidrs: ['2001:db8:1::/48'] },
    ],
    peerings: [
      { id: 'pcx-1', status: 'active', requester, accepter },
      { id: 'pcx-gone', status: 'deleted', requester: accepter, accepter: requester },
    ],
    staleSecurityGroups: [{ groupId: 'sg-web', vpcId: 'vpc-1', ingressReferences: ['sg-lb'], egressReferences: [] }],
    securityGroupVpcAssociations: [{ groupId: 'sg-web', vpcId: 'vpc-2', state: 'associated' }],
    transitGateways: [{ id: 'tgw-1', ownerId: accountId, state: 'available', securityGroupReferencing: true }],
    transitGatewayAttachments: [
      {
        ...attachment,
        id: 'tgw-attach-vpc',
        resourceType: 'vpc',
        resourceId: 'vpc-1',
        routeTableId: 'tgw-rtb-1',
        vpc: { subnetIds: ['subnet-a'], securityGroupReferencing: false, applianceMode: true },
      },
      {
        ...attachment,
        id: 'tgw-attach-vpn',
        resourceType: 'vpn',
        resourceId: 'vpn-1',
        routeTableId: null,
        vpc: null,
      },
    ],
    transitGatewayRouteTables: [
      {
        id: 'tgw-rtb-1',
        transitGatewayId: 'tgw-1',
        routes: [
          { destination: '172.32.0.0/16', attachmentIds: ['tgw-attach-vpn'], state: 'active' },
          { destination: '172.34.0.0/16', attachmentIds: [], state: 'blackhole' },
        ],
      },
    ],
    natGateways: [
      {
        id: 'nat-1',
        vpcId: 'vpc-1',
        subnetId: 'subnet-a',
        state: 'available',
        connectivity: 'public',
        addresses: [{ privateAddress: '10.0.0.40', publicAddress: '203.0.113.40' }],
      },
      { id: 'nat-region', vpcId: 'vpc-2', subnetId: null, state: 'available', connectivity: 'private', addresses: [] },
    ],
    internetGateways: [
      { id: 'igw-1', egressOnly: false, vpcIds: ['vpc-1'] },
      { id: 'eigw-1', egressOnly: true, vpcIds: ['vpc-1'] },
    ],
    vpcEndpoints: [
      {
        id: 'vpce-1',
        type: 'Gateway',
        vpcId: 'vpc-1',
        serviceName: 'com.amazonaws.eu-west-1.s3',
        state: 'available',
        subnetIds: [],
        groups: [],
        interfaceIds: [],
        routeTableIds: ['rtb-main'],
      },
      {
        id: 'vpce-2',
        type: 'Interface',
        vpcId: 'vpc-1',
        serviceName: 'com.amazonaws.eu-west-1.sns',
        state: 'available',
        subnetIds: ['subnet-a'],
        groups: ['sg-web'],
        interfaceIds: ['eni-loose'],
        routeTableIds: [],
      },
    ],
    blockPublicAccess: {
      mode: 'block-bidirectional',
      exclusions: [
        { resourceId: 'vpc-1', allows: 'egress', state: 'create-complete' },
        { resourceId: 'subnet-z', allows: 'bidirectional', state: 'create-complete' },
      ],
    },
  };
}
