import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../lambda/model/diagnosis.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { judged } from './judged.ts';
import { BACK, peeredEndpoint, peeredSilence, peeredWorld, route, THERE } from './peered-world.ts';

const OUT = 'load-balancer-subnet-without-route';
const HOME = 'target-subnet-without-return-route';
const REGION = '--region eu-west-1';
const look = (inventory: Inventory) =>
  judged({ inventory, endpoint: peeredEndpoint, results: peeredSilence }).diagnosis;
const findings = (inventory: Inventory): readonly Finding[] => {
  const { leading, others } = look(inventory);
  return leading === null ? [] : [leading, ...others];
};
const by = (verb: string, table: string, ...ranges: readonly string[]) =>
  ranges.map(
    (range) =>
      `aws ec2 ${verb} --route-table-id ${table} --destination-cidr-block ${range} --vpc-peering-connection-id pcx-1 ${REGION}`,
  );
const dead = (status: string): Partial<Inventory> => {
  const { peerings } = peeredWorld([], []);
  return { peerings: known((peerings.known ? peerings.value : []).map((one) => ({ ...one, status }))) };
};

describe('a way between VPCs is blamed', () => {
  it.each<readonly [string, Inventory, readonly object[]]>([
    ['on nobody where both halves are there', peeredWorld([THERE], [BACK]), []],
    [
      'on the half that is missing, where nothing else leads there',
      peeredWorld([THERE], []),
      [
        {
          ...{ code: HOME, culprit: { resource: 'rtb-2', value: 'no route' }, certainty: 'certain' },
          fix: { commands: by('create-route', 'rtb-2', '10.0.0.0/24', '10.0.1.0/24'), verified: true },
        },
      ],
    ],
    [
      'on the half that is missing, where the default route leads to a NAT gateway',
      peeredWorld([THERE], [route('0.0.0.0/0', 'nat-2')]),
      [
        {
          ...{ code: HOME, culprit: { resource: 'rtb-2', value: 'no route' }, certainty: 'certain' },
          why: expect.stringContaining(
            'route 0.0.0.0/0 of rtb-2 leads to nat-2, and nat-2 carries only connections opened through it',
          ),
          fix: { commands: by('create-route', 'rtb-2', '10.0.0.0/24', '10.0.1.0/24'), verified: true },
        },
      ],
    ],
    [
      'on the half that is missing, where the default route leads to an internet gateway',
      peeredWorld([route('0.0.0.0/0', 'igw-1')], [BACK]),
      [
        {
          ...{ code: OUT, culprit: { resource: 'rtb-1', value: 'no route' }, certainty: 'certain' },
          fix: { commands: by('create-route', 'rtb-1', '10.1.10.0/24'), verified: true },
        },
      ],
    ],
    [
      'on the table of the load balancer’s subnet, where the packets pass a NAT gateway and its table',
      peeredWorld([route('0.0.0.0/0', 'nat-1')], [BACK], {
        natGateways: known([
          {
            ...{ id: 'nat-1', vpcId: 'vpc-1', subnetId: 'subnet-app', state: 'available', connectivity: 'public' },
            addresses: [{ privateAddress: '10.0.10.99', publicAddress: '198.51.100.9' }],
          },
        ]),
        routeTables: known([
          ...listed(peeredWorld([route('0.0.0.0/0', 'nat-1')], [BACK])),
          {
            ...{ id: 'rtb-public', vpcId: 'vpc-1', main: false, subnetIds: ['subnet-app'] },
            routes: [route('10.0.0.0/16', 'local'), route('0.0.0.0/0', 'igw-1')],
          },
        ]),
      }),
      [{ code: OUT, culprit: { resource: 'rtb-1', value: 'no route' } }],
    ],
    [
      'on a peering connection that is dead, each way',
      peeredWorld([THERE], [BACK], dead('deleted')),
      [OUT, HOME].map((code) => ({
        ...{ code, culprit: { resource: 'pcx-1' }, certainty: 'certain' },
        fix: {
          commands: [`aws ec2 describe-vpc-peering-connections --vpc-peering-connection-ids pcx-1 ${REGION}`],
          verified: null,
        },
      })),
    ],
    [
      'on a dead default route only by adding a route of its own',
      peeredWorld([THERE], [route('0.0.0.0/0', 'nat-gone', 'blackhole')]),
      [
        {
          ...{ code: HOME, culprit: { resource: 'rtb-2', line: '0.0.0.0/0' } },
          fix: { commands: by('create-route', 'rtb-2', '10.0.0.0/24', '10.0.1.0/24'), verified: true },
        },
      ],
    ],
    [
      'on a dead route to the peer, which is replaced',
      peeredWorld([THERE], [route('10.0.0.0/16', 'pcx-gone', 'blackhole')]),
      [
        {
          ...{ code: HOME, culprit: { resource: 'rtb-2', line: '10.0.0.0/16' } },
          fix: { commands: by('replace-route', 'rtb-2', '10.0.0.0/16'), verified: true },
        },
      ],
    ],
    [
      'on a dead default route that no other takes over from, for its owner to lay',
      peeredWorld([route('0.0.0.0/0', 'nat-gone', 'blackhole')], []),
      [
        {
          ...{ code: OUT, culprit: { resource: 'rtb-1', line: '0.0.0.0/0' } },
          fix: { commands: [`aws ec2 describe-route-tables --route-table-ids rtb-1 ${REGION}`], verified: null },
        },
        { code: HOME },
      ],
    ],
  ])('%s', (_, inventory, expected) => {
    const found = findings(inventory);
    expect(found).toMatchObject(expected);
    expect(found).toHaveLength(expected.length);
  });

  it('on nobody for certain where what a route leads to could not be read', () => {
    const peerings = unknown('forbidden', 'ec2:DescribeVpcPeeringConnections was denied');
    const { leading, inconclusive } = look(peeredWorld([THERE], [BACK], { peerings }));
    expect(leading).toBeNull();
    expect(inconclusive.map(({ code }) => code)).toEqual(expect.arrayContaining([OUT, HOME]));
  });
});

function listed({ routeTables }: Inventory) {
  return routeTables.known ? routeTables.value : [];
}
