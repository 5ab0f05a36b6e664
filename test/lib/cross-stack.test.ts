import { type App, Fn, NestedStack, Stack } from 'aws-cdk-lib';
import { SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { describe, expect, it } from 'vitest';
import { OriginDoctor } from '../../lib/origin-doctor.ts';
import { watch } from '../../lib/watch.ts';
import { alb, emptyApp, emptyStack, orders } from './doctor-stack.ts';
import { messageOf } from './message-of.ts';
import { networksIn } from './networks-in.ts';
import { templateOf } from './template-of.ts';

// The same construct id in two stacks becomes the same logical id, which is no sign of being the same thing.

describe('what is called alike in two stacks', () => {
  it.each<[string, (app: App, own: Stack) => readonly Stack[]]>([
    ['beside each other', (app) => [elsewhere(app, 'A'), elsewhere(app, 'B')]],
    ['one the doctor’s', (app, own) => [elsewhere(app, 'A'), own]],
    ['nested', (_, own) => [new NestedStack(own, 'A'), new NestedStack(own, 'B')]],
  ])('is two load balancers: %s', (_, stacksOf) => {
    const app = emptyApp();
    const stack = emptyStack(app);
    const vpc = new Vpc(elsewhere(app, 'Network'), 'Vpc', { maxAzs: 2 });
    const loadBalancers = stacksOf(app, stack).map((one) => new ApplicationLoadBalancer(one, 'Alb', { vpc }));
    expect(new OriginDoctor(stack, 'Doctor', { loadBalancers }).alarms).toHaveLength(3);
    expect(networksIn(templateOf(stack))).toHaveLength(4);
  });

  it('is two groups, in each of which there is a prober', () => {
    const app = emptyApp();
    const stack = emptyStack(app);
    const vpc = new Vpc(elsewhere(app, 'Network'), 'Vpc', { maxAzs: 2 });
    const watches = ['A', 'B'].map((id) => {
      const securityGroups = [new SecurityGroup(elsewhere(app, id), 'Group', { vpc })];
      return watch({ name: `from-${id}`, from: { vpc, securityGroups }, to: orders.to });
    });
    new OriginDoctor(stack, 'Doctor', { loadBalancers: [], watches });
    const worn = networksIn(templateOf(stack)).map((one) => JSON.stringify(Reflect.get(one, 'SecurityGroupIds')));
    expect(worn.toSorted()).toEqual(['A', 'A', 'B', 'B'].map((id) => expect.stringMatching(`ImportValue":"${id}:`)));
  });

  it('is two VPCs, which are refused', () => {
    const app = emptyApp();
    const loadBalancers = ['A', 'B'].map((id) => {
      const stack = elsewhere(app, id);
      return new ApplicationLoadBalancer(stack, `Alb${id}`, { vpc: new Vpc(stack, 'Vpc', { maxAzs: 2 }) });
    });
    expect(messageOf(() => new OriginDoctor(emptyStack(app), 'Doctor', { loadBalancers }))).toBe(
      'OriginDoctor: loadBalancers is ["A/Vpc/Resource","B/Vpc/Resource"]; allowed is those of one VPC; make an OriginDoctor for each',
    );
  });
});

it.each([
  ['its export', () => Fn.importValue('network-vpc')],
  ['its id', () => alb.vpcId],
])('one VPC may be known by construct and by %s', (_, vpcId) => {
  const app = emptyApp();
  const stack = emptyStack(app);
  const vpc = new Vpc(elsewhere(app, 'Network'), 'Vpc', { maxAzs: 2 });
  const loadBalancers = [new ApplicationLoadBalancer(stack, 'Alb', { vpc }), { ...alb, vpcId: vpcId() }];
  expect(new OriginDoctor(stack, 'Doctor', { loadBalancers }).alarms).toHaveLength(3);
});

it('one load balancer of another stack is still refused where it stands twice', () => {
  const app = emptyApp();
  const other = elsewhere(app, 'A');
  const one = new ApplicationLoadBalancer(other, 'Alb', { vpc: new Vpc(other, 'Vpc', { maxAzs: 2 }) });
  const doctor = () => new OriginDoctor(emptyStack(app), 'Doctor', { loadBalancers: [one, one] });
  expect(messageOf(doctor)).toContain('each load balancer once');
});

it.each([
  ['Region', { region: 'eu-west-1' }, 'aws://111122223333/eu-west-1'],
  ['account', { account: '444455556666' }, 'aws://444455556666/eu-central-1'],
])('a load balancer that the app builds in another %s is refused', (_, env, place) => {
  const app = emptyApp();
  const other = elsewhere(app, 'A', env);
  const loadBalancers = [new ApplicationLoadBalancer(other, 'Alb', { vpc: new Vpc(other, 'Vpc', { maxAzs: 2 }) })];
  expect(messageOf(() => new OriginDoctor(emptyStack(app), 'Doctor', { loadBalancers }))).toBe(
    `OriginDoctor: loadBalancers is "A/Alb/Resource of ${place}"; allowed is those of the stack's Region and account (eu-central-1, 111122223333)`,
  );
});

it('a caller that the app builds in another Region is refused', () => {
  const app = emptyApp();
  const vpc = new Vpc(elsewhere(app, 'A', { region: 'eu-west-1' }), 'Vpc', { maxAzs: 2 });
  const from = { vpc, securityGroups: [new SecurityGroup(vpc, 'Group', { vpc })] };
  const watches = [watch({ ...orders, from })];
  expect(messageOf(() => new OriginDoctor(emptyStack(app), 'Doctor', { loadBalancers: [], watches }))).toBe(
    'OriginDoctor: watch "orders-to-database": from.vpc is "one of eu-west-1"; allowed is one of the stack\'s Region (eu-central-1)',
  );
});

it('a load balancer of a stack that may stand anywhere is taken', () => {
  const app = emptyApp();
  const other = new Stack(app, 'Anywhere');
  const loadBalancers = [new ApplicationLoadBalancer(other, 'Alb', { vpc: new Vpc(other, 'Vpc', { maxAzs: 2 }) })];
  const anywhere = new Stack(app, 'Doctor');
  expect(new OriginDoctor(anywhere, 'Doctor', { loadBalancers }).alarms).toHaveLength(2);
});

function elsewhere(app: App, id: string, env: { readonly region?: string; readonly account?: string } = {}): Stack {
  return new Stack(app, id, { env: { account: '111122223333', region: 'eu-central-1', ...env } });
}
