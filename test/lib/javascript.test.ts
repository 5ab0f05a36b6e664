import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import { OriginDoctor } from '../../lib/origin-doctor.ts';
import type { OriginDoctorProps } from '../../lib/origin-doctor-props.ts';
import { watch } from '../../lib/watch.ts';
import type { WatchProps } from '../../lib/watch-props.ts';
import { alb, doctorStack, emptyStack, nlb, orders } from './doctor-stack.ts';
import { messageOf } from './message-of.ts';

/** What TypeScript would not let pass, and plain JavaScript does; and texts that only their form tells to be wrong. */
const WRONG: readonly [name: string, props: object, says: readonly string[]][] = [
  ['a slip', { intervall: Duration.minutes(1) }, ['intervall is no property', 'did you mean interval?', 'concurrency']],
  ['what is like nothing', { foo: 1 }, ['foo is no property that there is; allowed are loadBalancers']],
  ['a slip in dialable', { dialable: { port: ['443'] } }, ['dialable.port is no property', 'did you mean ports?']],
  ['a slip in alarms', { alarms: { dataPoints: 2 } }, ['alarms.dataPoints', 'evaluationPeriods']],
  ['a slip in gate', { gate: { readmitt: true } }, ['gate.readmitt', 'did you mean readmit?']],
  ['a slip in notifications', { notifications: { email: [] } }, ['notifications.email', 'did you mean emails?']],
  ['a slip in a source', { loadBalancers: [{ ...alb, subnet: [] }] }, ['loadBalancers[0].subnet is', 'mean subnets?']],
  ['a slip in what is declared', { declared: { [alb.arn]: { port: 443 } } }, ['.port is no property', 'mean ports?']],
  ['no load balancers', { loadBalancers: undefined }, ['loadBalancers is missing', 'a list of load balancers']],
  ['a text for load balancers', { loadBalancers: alb.arn }, [`loadBalancers is "${alb.arn}"`, 'a list']],
  [
    'an ARN for a load balancer',
    { loadBalancers: [alb.arn] },
    ['loadBalancers[0] is "arn:', '{ loadBalancer, subnets }'],
  ],
  ['nothing for a load balancer', { loadBalancers: [null] }, ['loadBalancers[0] is null']],
  ['no ARN', { loadBalancers: [{ ...alb, arn: undefined }] }, ['loadBalancers[0].arn is missing']],
  [
    'no subnets',
    { loadBalancers: [{ ...alb, subnets: undefined }] },
    ['loadBalancers[0].subnets is missing', 'a list'],
  ],
  [
    'a text for both versions',
    { loadBalancers: [{ ...alb, dualStack: 'yes' }] },
    ['dualStack is "yes"', 'true or false'],
  ],
  ['a text for subnets', { loadBalancers: [{ ...alb, subnets: alb.subnets[0] }] }, ['subnets is "subnet-', 'a list']],
  ['a subnet twice', { loadBalancers: [{ ...alb, subnets: [alb.subnets[0], alb.subnets[0]] }] }, ['each id once']],
  ['no VPC', { loadBalancers: [{ ...alb, vpcId: undefined }] }, ['loadBalancers[0].vpcId[0] is missing']],
  ['a text for watches', { watches: 'orders' }, ['watches is "orders"', 'watch({ name, from, to })']],
  ['a number for an interval', { interval: 5 }, ['interval is 5', 'Duration.minutes(1)']],
  ['a number for a deadline', { deadline: 4000 }, ['deadline is 4000', 'a Duration']],
  ['a number for a timeout', { gate: { timeout: 600 } }, ['gate.timeout is 600', 'a Duration']],
  [
    'half a second for a timeout',
    { gate: { timeout: Duration.millis(1500) } },
    ['gate.timeout is 1.5', 'whole number'],
  ],
  ['a text for a number', { concurrency: '5' }, ['concurrency is "5"', 'a whole number from 1 to 500']],
  ['no number', { concurrency: Number.NaN }, ['concurrency is NaN']],
  ['alarms switched on', { alarms: true }, ['alarms is true', 'or false for none']],
  ['a gate switched on', { gate: true }, ['gate is true', 'or false for none']],
  ['a text for a switch', { dashboard: 'no' }, ['dashboard is "no"', 'true or false']],
  ['a text to readmit', { gate: { readmit: 'yes' } }, ['gate.readmit is "yes"', 'true or false']],
  ['days that there are not', { logRetention: 42 }, ['logRetention is 42', '30 or']],
  ['a snapshot of a table', { tableRemovalPolicy: RemovalPolicy.SNAPSHOT }, ['tableRemovalPolicy is "snapshot"']],
  ['a name for a bus', { eventBus: 'default' }, ['eventBus is "default"', 'EventBus.fromEventBusArn']],
  [
    'an ARN for a topic',
    { notifications: { topic: 'arn:x' } },
    ['notifications.topic is "arn:x"', 'Topic.fromTopicArn'],
  ],
  ['a text for emails', { notifications: { emails: 'a@example.com' } }, ['notifications.emails is', 'a list']],
  [
    'no address',
    { notifications: { emails: ['not an email'] } },
    ['emails[0] is "not an email"', 'on-call@example.com'],
  ],
  ['something to subscribe', { notifications: { subscriptions: {} } }, ['notifications.subscriptions is {}']],
  ...['dialable', 'declared', 'notifications', 'alarms', 'gate', 'watches', 'eventBus', 'logRetention', 'interval'].map(
    (property): (typeof WRONG)[number] => [`null for ${property}`, { [property]: null }, [`${property} is null`]],
  ),
  ['null for ranges', { dialable: { addresses: null } }, ['dialable.addresses is null', 'a list']],
  ['a list of declarations', { declared: 'all' }, ['declared is "all"', 'by the ARN']],
  ['a port for ports', { declared: { [alb.arn]: { ports: 443, clients: [] } } }, ['.ports is 443', 'a list of ports']],
  ['no clients', { declared: { [alb.arn]: { ports: [443] } } }, ['.clients is missing', 'a list']],
  ...['everyone', '/99', '10.0.0.0/33', '10.0.0.1'].map((range): (typeof WRONG)[number] => [
    `${range} for clients`,
    { declared: { [alb.arn]: { ports: [443], clients: [range] } } },
    [`.clients is "${range}"`, '0.0.0.0/0 for everyone'],
  ]),
  ['no deployment group', { gate: { deploymentGroups: [] } }, ['gate.deploymentGroups is []', 'at least one']],
  [
    'a name for a deployment group',
    { gate: { deploymentGroups: ['my group'] } },
    ['"my group"', 'leave it out for all'],
  ],
  [
    'a deployment group elsewhere',
    { gate: { deploymentGroups: ['arn:aws:codedeploy:eu-west-1:111122223333:deploymentgroup:a/b'] } },
    ['gate.deploymentGroups is "arn:', '(eu-central-1, 111122223333)'],
  ],
  ['no target group', { gate: { targetGroups: [''] } }, ['gate.targetGroups[0] is ""', 'names (up to 32']],
  ['a number for a target group', { gate: { targetGroups: [1] } }, ['gate.targetGroups[0] is 1']],
  ['numbers of ports', { dialable: { ports: [443] } }, ['dialable.ports[0] is 443', 'texts of ports']],
  [
    'a wrong range of a VPC',
    { loadBalancers: [{ ...alb, vpcCidrs: ['10.0.0.0'] }] },
    ['loadBalancers[0].vpcCidrs is "10'],
  ],
  [
    'a range for ranges',
    { loadBalancers: [{ ...alb, vpcCidrs: '10.0.0.0/16' }] },
    ['loadBalancers[0].vpcCidrs is "10'],
  ],
  ['one name twice', { loadBalancers: [alb, { ...alb, arn: `${alb.arn}0` }] }, ['is "shop"', 'each name once']],
  [
    'more groups than a function wears',
    { loadBalancers: [{ ...alb, securityGroups: ['a', 'b', 'c', 'd', 'e', 'f'].map((one) => `sg-${one}`) }] },
    ['loadBalancers[0].securityGroups is ["sg-a"', 'at most 5', "identity 'own'"],
  ],
  [
    'more ranges than a group has rules',
    { dialable: { addresses: Array.from({ length: 61 }, (_, index) => `10.${index}.0.0/16`) } },
    ['dialable.addresses is "61 ranges of IPv4"', 'at most 60'],
  ],
];

it.each(WRONG)('%s', (_, props, says) => {
  const message = messageOf(() => doctorStack(props as Partial<OriginDoctorProps>));
  expect(message).toMatch(/^OriginDoctor: /);
  for (const part of says) expect(message).toContain(part);
});

it('no props', () => {
  const message = messageOf(() => new OriginDoctor(emptyStack(), 'Doctor', undefined as unknown as OriginDoctorProps));
  expect(message).toContain('props is missing; allowed is an object of loadBalancers, ');
});

it('a topic of another Region', () => {
  const stack = emptyStack();
  const topic = Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-west-1:111122223333:on-call');
  const message = messageOf(
    () => new OriginDoctor(stack, 'Doctor', { loadBalancers: [alb], notifications: { topic } }),
  );
  expect(message).toContain('notifications.topic is "one of eu-west-1"; allowed is one of the stack\'s Region');
});

describe('a watch of', () => {
  it.each<[string, object | undefined, readonly string[]]>([
    ['nothing', undefined, ['watch is missing', 'name, from, to']],
    ['a slip', { ...orders, form: {} }, ['watch.form is no property', 'did you mean from?']],
    ['no name', { ...orders, name: undefined }, ['watch: name is missing']],
    ['nobody', { ...orders, from: undefined }, ['watch "orders-to-database": from is missing']],
    ['nowhere', { ...orders, to: undefined }, ['watch "orders-to-database": to is missing']],
    ['a host that is a number', { ...orders, to: { host: 10, port: 1 } }, ['to.host is 10']],
    ['a port that is a text', { ...orders, to: { ...orders.to, port: '5432' } }, ['to.port is "5432"']],
    ['a slip in the host', { ...orders, to: { ...orders.to, prot: 1 } }, ['to.prot is no property', 'mean port?']],
    ['a slip in the caller', { ...orders, from: { ...orders.from, vpcID: '' } }, ['from.vpcID is no', 'mean vpcId?']],
    ['a VPC that is a text', { ...orders, from: { vpc: 'vpc-1', securityGroups: [] } }, ['from.vpc is "vpc-1"']],
    ['a text for both versions', { ...orders, from: { ...orders.from, dualStack: 1 } }, ['from.dualStack is 1']],
    ['a wrong range', { ...orders, from: { ...orders.from, vpcCidrs: ['/16'] } }, ['from.vpcCidrs is "/16"']],
  ])('%s', (_, props, says) => {
    const message = messageOf(() => watch(props as WatchProps));
    for (const part of says) expect(message).toContain(part);
  });
});

it('takes all that its types say', () => {
  const stack = emptyStack();
  const groups = ['a', 'b', 'c', 'd', 'e', 'f'].map((one) => `sg-${one}`);
  const props: OriginDoctorProps = {
    loadBalancers: [{ ...alb, securityGroups: groups }, nlb],
    identity: 'own',
    dialable: { addresses: ['10.0.0.0/8', 'fd00::/8', '2001:db8:1::/48'], ports: ['443', '8000-8999'] },
    declared: { [alb.arn]: { ports: [443], clients: ['0.0.0.0/0', '::/0'] } },
    notifications: { emails: ['a.b+c@mail.example.com'], subscriptions: [] },
    gate: {
      deploymentGroups: ['arn:aws:codedeploy:eu-central-1:111122223333:deploymentgroup:shop/*'],
      targetGroups: ['web', 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/web/50dc6c495c0c9188'],
    },
    logRetention: RetentionDays.INFINITE,
    tableRemovalPolicy: RemovalPolicy.RETAIN,
    eventBus: EventBus.fromEventBusName(stack, 'Bus', 'ops'),
  };
  expect(new OriginDoctor(stack, 'Doctor', props).alarms).toHaveLength(3);
});
