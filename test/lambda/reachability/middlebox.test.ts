import { describe, expect, it } from 'vitest';
import { known } from '../../../lambda/model/fact.ts';
import { judged, wayOf } from './judged.ts';
import { rule, smallInventory } from './small-inventory.ts';
import { type Tables, wideInventory } from './wide-inventory.ts';

const WORLD = '203.0.113.9';

describe('VPC endpoints', () => {
  const S3: Tables = {
    near: [
      ['0.0.0.0/0', 'nat-1'],
      ['pl-s3', 'vpce-1'],
    ],
  };
  const endpoint = {
    id: 'vpce-1',
    type: 'Gateway',
    vpcId: 'vpc-1',
    serviceName: 'com.amazonaws.eu-west-1.s3',
    state: 'available',
    subnetIds: [],
    groups: [],
    interfaceIds: [],
    routeTableIds: ['rtb-near'],
  };
  const lists = known([{ id: 'pl-s3', name: 's3', cidrs: known(['203.0.113.0/24']) }]);

  it.each([
    [
      'a gateway endpoint',
      [endpoint],
      'unknown',
      'vpce-1 leads to com.amazonaws.eu-west-1.s3, whose side and endpoint policy are not judged',
    ],
    ['one that goes away', [{ ...endpoint, state: 'deleting' }], 'deny', 'vpce-1 is deleting, not available'],
    [
      'an appliance',
      [{ ...endpoint, type: 'GatewayLoadBalancer' }],
      'unknown',
      'a middlebox, which may drop what it gets',
    ],
    ['one that is not there', [], 'unknown', 'vpce-1 is not in the inventory'],
  ])('%s', (_which, all, decision, why) => {
    const path = judged(wideInventory(S3, { prefixLists: lists, vpcEndpoints: known(all) }), '10.0.0.7', WORLD);
    expect(wayOf(path).there).toEqual(['route rtb-near pl-s3 allow', `vpc-endpoint vpce-1 ${decision}`]);
    expect(path.forward.at(-1)?.why).toContain(why);
    expect(path.verdict).toBe(decision);
  });
});

describe('a middlebox within the VPC', () => {
  it.each([
    ['an interface may have rewritten the sender: nothing beyond is told', 'eni-9', undefined],
    ['an endpoint has not, but references do not survive it', 'vpce-1', 'deny'],
  ])('%s', (_which, target, decision) => {
    const inventory = smallInventory({
      ...wideInventory({ near: [['10.0.1.0/24', target]] }),
      securityGroupRules: known([
        rule('sgr-out', 'sg-lb', 'out', '-1', null, '0.0.0.0/0'),
        rule('sgr-in', 'sg-app', 'in', 'tcp', 8080, 'sg-lb'),
      ]),
      vpcEndpoints: known([
        {
          id: 'vpce-1',
          type: 'GatewayLoadBalancer',
          vpcId: 'vpc-1',
          serviceName: 'fw',
          state: 'available',
          subnetIds: [],
          groups: [],
          interfaceIds: [],
          routeTableIds: [],
        },
      ]),
    });
    const path = judged(inventory, '10.0.0.7', '10.0.1.5');
    expect(path.forward.find(({ kind }) => kind === 'security-group-ingress')?.decision).toBe(decision);
  });
});
