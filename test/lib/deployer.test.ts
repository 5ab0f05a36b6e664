import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deployerActions } from './deployer-actions.ts';
import { doctorStack, orders, ordersWatch } from './doctor-stack.ts';
import { manyLoadBalancers } from './many-load-balancers.ts';
import { templateOf } from './template-of.ts';

type Statement = { readonly Sid: string; readonly Action: string | readonly string[] };
type Policy = { readonly Statement: readonly Statement[] };

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/deploying.md'), 'utf8');
/** The policies that the page prints: of who calls `cdk deploy`, and of the role that CloudFormation takes on. */
const policies = [...PAGE.matchAll(/```json\n(\{\s*"Version": "2012-10-17"[^`]*)```/g)].map(
  ([, text = '']) => JSON.parse(text) as Policy,
);
const [, execution] = policies;
const allowed = (execution?.Statement ?? []).flatMap(({ Action }) => Action);

/** Everything that a deployment may have: a group of our own, mails, watched paths, and nested stacks. */
const types = new Set(
  [
    doctorStack({ notifications: { emails: ['ops@example.org'] }, watches: [ordersWatch(orders)] }),
    doctorStack({ loadBalancers: manyLoadBalancers(30), identity: 'own' }),
    doctorStack({ loadBalancers: manyLoadBalancers(30) }),
  ].flatMap(({ stack }) => Object.values(templateOf(stack).resources).map(({ Type }) => Type)),
);

/** What no resource takes: CDK's bootstrap version is a parameter of each template, which CloudFormation reads first. */
const OF_EVERY_STACK = ['ssm:GetParameters'];

describe("what the deployer's policy allows", () => {
  it.each([...types])('suffices for %s', (type) => {
    const needed = deployerActions[type];
    expect(needed, `${type} is not in the table of deployer-actions.ts`).toBeDefined();
    expect(needed?.filter((action) => !allowed.includes(action))).toEqual([]);
  });

  it('is no more than some resource takes', () => {
    const needed = [...[...types].flatMap((type) => deployerActions[type] ?? []), ...OF_EVERY_STACK];
    expect(allowed.filter((action) => !needed.includes(action))).toEqual([]);
    expect(allowed).toEqual([...new Set(allowed)]);
  });

  it('fits a managed policy', () => {
    // White space is not counted (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
    expect(JSON.stringify(execution).length).toBeLessThanOrEqual(6_144);
  });
});

it('knows of no type that is in no template', () => {
  expect(Object.keys(deployerActions).filter((type) => !types.has(type))).toEqual([]);
});
