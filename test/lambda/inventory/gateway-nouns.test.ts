import { expect } from 'vitest';
import { blockPublicAccessExclusions } from '../../../lambda/inventory/block-public-access-exclusions.ts';
import { blockPublicAccessModes } from '../../../lambda/inventory/block-public-access-modes.ts';
import { egressOnlyInternetGateways } from '../../../lambda/inventory/egress-only-internet-gateways.ts';
import { internetGateways } from '../../../lambda/inventory/internet-gateways.ts';
import { natGateways } from '../../../lambda/inventory/nat-gateways.ts';
import { vpcEndpoints } from '../../../lambda/inventory/vpc-endpoints.ts';
import { type NounTable, nounTables } from './noun-tables.ts';

const NAT = { NatGatewayId: 'nat-1', VpcId: 'vpc-1', SubnetId: 's-1', State: 'available' };
const ENDPOINT = { VpcEndpointId: 'vpce-1', VpcEndpointType: 'Gateway', VpcId: 'vpc-1', ServiceName: 's3' };
const EXCLUSION = { ResourceArn: 'arn:aws:ec2:eu-west-1:12:subnet/subnet-1', State: 'create-complete' };

const TABLES: readonly NounTable[] = [
  {
    kind: 'NAT gateways',
    call: natGateways,
    rows: [
      {
        situation: 'zonal, one address in force and one not',
        raw: {
          ...NAT,
          NatGatewayAddresses: [
            { PrivateIp: '10.0.0.5', PublicIp: '192.0.2.5', Status: 'succeeded' },
            { PublicIp: '192.0.2.6', Status: 'associating' },
          ],
        },
        noun: {
          id: 'nat-1',
          vpcId: 'vpc-1',
          subnetId: 's-1',
          state: 'available',
          connectivity: 'public',
          addresses: [{ privateAddress: '10.0.0.5', publicAddress: '192.0.2.5' }],
        },
      },
      {
        situation: 'regional',
        raw: {
          ...NAT,
          SubnetId: undefined,
          AvailabilityMode: 'regional',
          NatGatewayAddresses: [{ PublicIp: '192.0.2.5' }],
        },
        noun: expect.objectContaining({
          subnetId: null,
          addresses: [{ privateAddress: null, publicAddress: '192.0.2.5' }],
        }),
      },
      {
        situation: 'private',
        raw: { ...NAT, ConnectivityType: 'private' },
        noun: expect.objectContaining({ connectivity: 'private', addresses: [] }),
      },
    ],
    malformed: [{ said: 'SubnetId is missing', raw: { ...NAT, SubnetId: undefined } }],
  },
  {
    kind: 'internet gateways',
    call: internetGateways,
    rows: [
      {
        situation: 'attached, and being detached',
        raw: {
          InternetGatewayId: 'igw-1',
          Attachments: [
            { State: 'available', VpcId: 'vpc-1' },
            { State: 'detaching', VpcId: 'vpc-2' },
          ],
        },
        noun: { id: 'igw-1', egressOnly: false, vpcIds: ['vpc-1'] },
      },
    ],
    malformed: [{ said: 'InternetGatewayId is missing', raw: {} }],
  },
  {
    kind: 'egress-only internet gateways',
    call: egressOnlyInternetGateways,
    rows: [
      {
        situation: 'attached',
        raw: { EgressOnlyInternetGatewayId: 'eigw-1', Attachments: [{ State: 'attached', VpcId: 'vpc-1' }] },
        noun: { id: 'eigw-1', egressOnly: true, vpcIds: ['vpc-1'] },
      },
      {
        situation: 'attached to nothing',
        raw: { EgressOnlyInternetGatewayId: 'eigw-1' },
        noun: { id: 'eigw-1', egressOnly: true, vpcIds: [] },
      },
    ],
    malformed: [{ said: 'EgressOnlyInternetGatewayId is missing', raw: {} }],
  },
  {
    kind: 'VPC endpoints',
    call: vpcEndpoints,
    rows: [
      {
        situation: 'a gateway endpoint, its state written with a capital',
        raw: { ...ENDPOINT, State: 'PendingAcceptance', RouteTableIds: ['rtb-1'] },
        noun: {
          id: 'vpce-1',
          type: 'Gateway',
          vpcId: 'vpc-1',
          serviceName: 's3',
          state: 'pendingAcceptance',
          subnetIds: [],
          groups: [],
          interfaceIds: [],
          routeTableIds: ['rtb-1'],
        },
      },
      {
        situation: 'an interface endpoint',
        raw: {
          ...ENDPOINT,
          VpcEndpointType: 'Interface',
          State: 'available',
          SubnetIds: ['s-1'],
          Groups: [{ GroupId: 'sg-1' }],
          NetworkInterfaceIds: ['eni-1'],
        },
        noun: expect.objectContaining({ subnetIds: ['s-1'], groups: ['sg-1'], interfaceIds: ['eni-1'] }),
      },
    ],
    malformed: [{ said: 'State is missing', raw: ENDPOINT }],
  },
  {
    kind: 'the mode of blocking public access',
    call: blockPublicAccessModes,
    rows: [{ situation: 'off', raw: { InternetGatewayBlockMode: 'off' }, noun: 'off' }],
    malformed: [
      {
        said: 'InternetGatewayBlockMode is "on", not one of off, block-bidirectional, block-ingress',
        raw: { InternetGatewayBlockMode: 'on' },
      },
    ],
  },
  {
    kind: 'exclusions from blocking public access',
    call: blockPublicAccessExclusions,
    rows: [
      {
        situation: 'a subnet, outwards',
        raw: { ...EXCLUSION, InternetGatewayExclusionMode: 'allow-egress' },
        noun: { resourceId: 'subnet-1', allows: 'egress', state: 'create-complete' },
      },
      {
        situation: 'both ways',
        raw: { ...EXCLUSION, InternetGatewayExclusionMode: 'allow-bidirectional' },
        noun: { resourceId: 'subnet-1', allows: 'bidirectional', state: 'create-complete' },
      },
    ],
    malformed: [{ said: 'InternetGatewayExclusionMode is missing', raw: EXCLUSION }],
  },
];

nounTables(TABLES);
