import { Duration } from 'aws-cdk-lib';
import { expect, it } from 'vitest';
import type { OriginDoctorProps } from '../../lib/origin-doctor-props.ts';
import type { Watch } from '../../lib/watch-props.ts';
import { alb, doctorStack, nlb, orders, ordersWatch } from './doctor-stack.ts';
import { manyLoadBalancers } from './many-load-balancers.ts';
import { messageOf } from './message-of.ts';

/** What is wrong, and what the error must say: the property, the wrong value, what is allowed. */
const WRONG: readonly { name: string; props: Partial<OriginDoctorProps>; says: readonly string[] }[] = [
  { name: 'no load balancer', props: { loadBalancers: [] }, says: ['loadBalancers is []', 'at least one'] },
  {
    name: 'neither load balancer nor watch',
    props: { loadBalancers: [], watches: [] },
    says: ['loadBalancers is []', 'or else one of watches'],
  },
  { name: 'one twice', props: { loadBalancers: [alb, nlb, alb] }, says: [alb.arn, 'each load balancer once'] },
  {
    name: 'another VPC',
    props: { loadBalancers: [alb, { ...nlb, vpcId: 'vpc-0ffffffffffffffff' }] },
    says: ['vpc-0123456789abcdef0', 'vpc-0ffffffffffffffff', 'an OriginDoctor for each'],
  },
  {
    name: 'another Region',
    props: { loadBalancers: [{ ...alb, arn: alb.arn.replace('eu-central-1', 'us-east-1') }] },
    says: ['us-east-1', "stack's Region and account (eu-central-1, 111122223333)"],
  },
  {
    name: 'another account',
    props: { loadBalancers: [{ ...alb, arn: alb.arn.replace('111122223333', '444455556666') }] },
    says: ['444455556666', '(eu-central-1, 111122223333)'],
  },
  {
    name: 'an ARN of something else',
    props: { loadBalancers: [alb, { ...nlb, arn: 'arn:aws:s3:::bucket' }] },
    says: ['loadBalancers[1].arn is "arn:aws:s3:::bucket"', 'Application or Network Load Balancer'],
  },
  {
    name: 'no subnet',
    props: { loadBalancers: [{ ...alb, subnets: [] }] },
    says: ['loadBalancers[0].subnets is []', 'one subnet'],
  },
  {
    name: 'a name for a subnet',
    props: { loadBalancers: [{ ...alb, subnets: ['private-a'] }] },
    says: ['"private-a"', 'subnet-0123456789abcdef0'],
  },
  {
    name: 'a name for a group',
    props: { loadBalancers: [{ ...alb, securityGroups: ['web'] }] },
    says: ['"web"', 'sg-0123456789abcdef0'],
  },
  {
    name: 'an Application Load Balancer without groups',
    props: { loadBalancers: [{ ...alb, securityGroups: [] }] },
    says: ['loadBalancers[0].securityGroups is []', 'always has one'],
  },
  {
    name: 'no range to dial',
    props: { loadBalancers: [{ ...alb, vpcCidrs: [] }] },
    says: ['dialable.addresses is []', 'at least one range'],
  },
  {
    name: 'the whole internet',
    props: { dialable: { addresses: ['0.0.0.0/0'] } },
    says: ['"0.0.0.0/0"', '/8 or longer'],
  },
  {
    name: 'an address without a prefix',
    props: { dialable: { addresses: ['10.0.0.1'] } },
    says: ['"10.0.0.1"', '10.0.0.0/16'],
  },
  { name: 'a prefix too long', props: { dialable: { addresses: ['10.0.0.0/33'] } }, says: ['"10.0.0.0/33"'] },
  { name: 'no ports', props: { dialable: { ports: [] } }, says: ['dialable.ports is []'] },
  {
    name: 'ports the wrong way round',
    props: { dialable: { ports: ['443', '9000-8000'] } },
    says: ['"9000-8000"', '8000-8999'],
  },
  { name: 'port 0', props: { dialable: { ports: ['0'] } }, says: ['"0"', 'from 1 to 65535'] },
  {
    name: 'seconds between checks',
    props: { interval: Duration.seconds(90) },
    says: ['interval is 1.5', 'minutes from 1 to 60'],
  },
  { name: 'hours between checks', props: { interval: Duration.hours(2) }, says: ['interval is 120'] },
  { name: 'a deadline too short', props: { deadline: Duration.millis(50) }, says: ['deadline is 50', '100 to 10000'] },
  { name: 'no invocation at all', props: { concurrency: 0 }, says: ['concurrency is 0', '1 to 500'] },
  { name: 'nothing reserved', props: { reservedConcurrency: 0 }, says: ['reservedConcurrency is 0'] },
  {
    name: 'more breaches than checks',
    props: { alarms: { datapointsToAlarm: 4 } },
    says: ['datapointsToAlarm is 4', 'from 1 to 3'],
  },
  {
    name: 'alarms that look back further than a day',
    props: { interval: Duration.hours(1), alarms: { evaluationPeriods: 25 } },
    says: ['evaluationPeriods is 25', 'from 1 to 24'],
  },
  {
    name: 'something declared of what is not watched',
    props: { loadBalancers: [alb], declared: { [nlb.arn]: { ports: [443], clients: [] } } },
    says: [nlb.arn, `ARN of a load balancer in loadBalancers: ${alb.arn}`],
  },
  {
    name: 'a declared port that is none',
    props: { declared: { [alb.arn]: { ports: [70_000], clients: [] } } },
    says: ['70000', '65535'],
  },
  {
    name: 'more load balancers than a stack has room for',
    props: { loadBalancers: manyLoadBalancers(58) },
    says: ['"58 load balancers"', 'at most 57', '500 resources', 'origin-doctor.json, each with a name'],
  },
  {
    name: 'more load balancers and watches than a stack has room for',
    props: {
      loadBalancers: manyLoadBalancers(40),
      watches: Array.from({ length: 18 }, (_, index) => ordersWatch({ name: `orders-${index}` })),
    },
    says: ['"40 load balancers and 18 watches"', 'at most 57'],
  },
  {
    name: 'a watch that nobody has read',
    props: { watches: [orders as unknown as Watch] },
    says: ['watches[0] is "orders-to-database"', 'what watch({ name, from, to }) gives'],
  },
  {
    name: 'a watch twice',
    props: { watches: [ordersWatch(), ordersWatch()] },
    says: ['watches is "orders-to-database"', 'each name once'],
  },
  {
    name: 'a watch that is called as a load balancer is',
    props: { watches: [ordersWatch({ name: 'shop' })] },
    says: ['watches is "shop"', 'none of a load balancer'],
  },
  {
    name: 'a watch of another VPC',
    props: { watches: [ordersWatch({ from: { ...orders.from, vpcId: 'vpc-0ffffffffffffffff' } })] },
    says: ['watches is', 'vpc-0123456789abcdef0', 'vpc-0ffffffffffffffff', 'an OriginDoctor for each'],
  },
  {
    name: 'watches of two VPCs without a load balancer',
    props: {
      loadBalancers: [],
      watches: [ordersWatch(), ordersWatch({ name: 'b', from: { ...orders.from, vpcId: 'vpc-0ffffffffffffffff' } })],
    },
    says: ['watches is', 'vpc-0ffffffffffffffff'],
  },
  {
    name: 'no range to dial for a watch',
    props: { loadBalancers: [], watches: [ordersWatch({ from: { ...orders.from, vpcCidrs: undefined } })] },
    says: ['dialable.addresses is []', 'vpcCidrs of each load balancer and watch'],
  },
  {
    name: 'a watch of an address that probers may not dial',
    props: { watches: [ordersWatch({ to: { host: '10.1.0.7', port: 5432 } })] },
    says: [
      'watch "orders-to-database": to.host is "10.1.0.7"',
      'one within 10.0.0.0/16',
      'set dialable.addresses to ["10.0.0.0/16","10.1.0.7/32"]',
    ],
  },
  {
    name: 'a watch of an IPv6 address that probers may not dial',
    props: {
      watches: [ordersWatch({ to: { host: 'fd12:3456::7', port: 5432 } })],
      dialable: { addresses: ['10.0.0.0/16', 'fd12:9999::/32'] },
    },
    says: ['to.host is "fd12:3456::7"', '"fd12:3456::7/128"]'],
  },
  {
    name: 'a watch of a port that probers may not dial',
    props: { watches: [ordersWatch()], dialable: { ports: ['443', '8000-8999'] } },
    says: [
      'watch "orders-to-database": to.port is 5432',
      'one within 443, 8000-8999',
      'set dialable.ports to ["443","8000-8999","5432"]',
    ],
  },
  {
    name: 'more probers than a stack has room for',
    props: { loadBalancers: manyLoadBalancers(57, 8) },
    says: ['"456 probers"', 'at most 450', "identity 'own'", 'several OriginDoctors'],
  },
  {
    name: 'more ranges than the environment of a prober has room for',
    props: {
      loadBalancers: [alb],
      dialable: { addresses: Array.from({ length: 500 }, (_, index) => `10.${index % 256}.0.0/${16 + (index >> 8)}`) },
    },
    says: ['dialable takes about', '4096'],
  },
  {
    name: 'more target groups than the environment of the gate has room for',
    props: {
      gate: { targetGroups: Array.from({ length: 120 }, (_, index) => `a-name-of-32-characters-long-${index}`) },
    },
    says: ['gate.targetGroups takes about', '4096'],
  },
  {
    name: 'a gate that lets everything through',
    props: { gate: { stable: 0 } },
    says: ['gate.stable is 0', '1 to 100'],
  },
  {
    name: 'a gate that waits for days',
    props: { gate: { timeout: Duration.days(2) } },
    says: ['gate.timeout is 172800', '1 to 86400'],
  },
];

it.each(WRONG)('refuses $name', ({ props, says }) => {
  const message = messageOf(() => doctorStack(props));
  for (const part of says) expect(message).toContain(part);
});

it('refuses an identity that there is not', () => {
  const identity = 'client' as NonNullable<OriginDoctorProps['identity']>;
  expect(messageOf(() => doctorStack({ identity }))).toBe(
    'OriginDoctor: identity is "client"; allowed is load-balancer or own',
  );
});
