import { describe, expect, it } from 'vitest';
import { known } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import type { TransitGatewayAttachment } from '../../../lambda/model/network.ts';
import { judged } from './judged.ts';
import { rule } from './small-inventory.ts';
import { attachment, transitGateway, wideInventory } from './wide-inventory.ts';

const NEAR = '10.0.0.7';
const FAR = '172.16.1.5';
const ROUTED = { near: [['172.16.0.0/16', 'tgw-1']], far: [['10.0.0.0/16', 'tgw-1']] } as const;

const attached = (changes: Partial<Inventory> = {}) => wideInventory(ROUTED, changes);
const both = (...all: readonly TransitGatewayAttachment[]) => ({ transitGatewayAttachments: known(all) });

describe('a reference to a group over a transit gateway', () => {
  const rules = [
    rule('sgr-in', 'sg-far', 'in', 'tcp', 8080, 'sg-lb'),
    rule('sgr-open', 'sg-lb', 'out', '-1', null, '0.0.0.0/0'),
  ];
  const silent = (vpc: 1 | 2) =>
    attachment(vpc, {
      vpc: {
        subnetIds: [vpc === 1 ? 'subnet-edge-a' : 'subnet-far-edge-a'],
        securityGroupReferencing: false,
        applianceMode: false,
      },
    });

  it.each([
    ['supported by all', {}, 'allow', 'sgr-in admits'],
    [
      'not by the gateway',
      { transitGateways: known([transitGateway({ securityGroupReferencing: false })]) },
      'deny',
      'tgw-1 does not support security group referencing',
    ],
    ['not by the near attachment', both(silent(1), attachment(2)), 'deny', 'tgw-attach-1 does not support'],
    ['not by the far attachment', both(attachment(1), silent(2)), 'deny', 'tgw-attach-2 does not support'],
    [
      'by an attachment of which nothing is known',
      both(attachment(1), attachment(2, { vpc: null })),
      'unknown',
      'whether tgw-attach-2 supports references is not',
    ],
  ] satisfies [string, Partial<Inventory>, string, string][])('%s', (_situation, changes, decision, why) => {
    const { forward } = judged(attached({ securityGroupRules: known(rules), ...changes }), NEAR, FAR);
    expect(forward.at(-1)).toMatchObject({ kind: 'security-group-ingress', decision });
    expect(forward.at(-1)?.why).toContain(why);
  });

  it('never counts for what goes out', () => {
    const outwards = [...rules.slice(0, 1), rule('sgr-out', 'sg-lb', 'out', 'tcp', 8080, 'sg-far')];
    const { forward } = judged(attached({ securityGroupRules: known(outwards) }), NEAR, FAR);
    expect(forward[0]).toMatchObject({ kind: 'security-group-egress', decision: 'deny' });
    expect(forward[0]?.why).toContain('references count for what comes in, not for what goes out');
  });
});
