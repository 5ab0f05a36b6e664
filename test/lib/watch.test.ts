import { IpAddresses, IpProtocol, SecurityGroup, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { DatabaseInstance, DatabaseInstanceEngine } from 'aws-cdk-lib/aws-rds';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { readWatched } from '../../lambda/handlers/read-watched.ts';
import { OriginDoctor } from '../../lib/origin-doctor.ts';
import { watch } from '../../lib/watch.ts';
import type { WatchedHost, WatchProps } from '../../lib/watch-props.ts';
import { cycleIn } from './cycle-in.ts';
import { alb, doctorStack, emptyStack, nlb, orders, ordersWatch } from './doctor-stack.ts';
import { messageOf } from './message-of.ts';
import { settingsIn } from './settings-in.ts';
import { type Synthesised, templateOf } from './template-of.ts';

describe('what cannot be', () => {
  const to = (host: string, port = 5432): WatchedHost => ({ host, port });

  it.each<[string, Partial<WatchProps>, readonly string[]]>([
    ['no name', { name: '' }, ['watch: name is ""', 'up to 32 letters, digits and hyphens']],
    ['a name too long', { name: 'a'.repeat(33) }, [`"${'a'.repeat(33)}"`]],
    ['a name of other letters', { name: 'orders_to_database' }, ['"orders_to_database"']],
    ['a name that ends in a hyphen', { name: 'orders-' }, ['"orders-"', 'none at an end']],
    ['a URL', { to: to('postgres://orders') }, ['watch "orders-to-database": to.host is "postgres://orders"', 'i-…']],
    ['a host with its port', { to: to('db.example.com:5432') }, ['"db.example.com:5432"']],
    ['a name of one label', { to: to('database') }, ['"database"', 'with a dot in it']],
    ['an address gone wrong', { to: to('10.0.0.300') }, ['"10.0.0.300"']],
    ['an address with a zone', { to: to('fe80::1%eth0') }, ['"fe80::1%eth0"']],
    ['a range', { to: to('10.0.0.0/24') }, ['"10.0.0.0/24"']],
    ['port 0', { to: to('10.0.0.7', 0) }, ['to.port is 0', 'from 1 to 65535']],
    ['a port too high', { to: to('10.0.0.7', 70_000) }, ['to.port is 70000']],
    ['half a port', { to: to('10.0.0.7', 80.5) }, ['to.port is 80.5']],
    ['no subnet', { from: { ...orders.from, subnets: [] } }, ['from.subnets is []', 'at least one subnet']],
    ['no group', { from: { ...orders.from, securityGroups: [] } }, ['from.securityGroups is []', 'always has one']],
    [
      'a name for a VPC',
      { from: { ...orders.from, vpcId: 'main' } },
      ['from.vpcId is "main"', 'vpc-0123456789abcdef0'],
    ],
    ['a name for a subnet', { from: { ...orders.from, subnets: ['a'] } }, ['from.subnets is "a"']],
    ['a name for a group', { from: { ...orders.from, securityGroups: ['app'] } }, ['from.securityGroups is "app"']],
  ])('%s', (_, props, says) => {
    for (const part of says) expect(() => ordersWatch(props)).toThrow(part);
  });
});

it.each([
  '10.0.0.7',
  'fd12:3456::7',
  'i-0123456789abcdef0',
  'eni-0123456789abcdef0',
  'a.b',
  'xn--a.example',
  '_x.a-b.c',
])('may lead to %s', (host) => {
  expect(ordersWatch({ to: { host, port: 1 } }).to).toEqual({ host, port: 1 });
});

describe('beside load balancers', () => {
  const shared = { ...orders.from, subnets: [alb.subnets[0] ?? ''], securityGroups: alb.securityGroups ?? [] };
  const watches = [
    ordersWatch(),
    ordersWatch({ name: 'shop-to-cache', from: shared, to: { host: '10.0.9.9', port: 6379 } }),
  ];
  const { stack } = doctorStack({ watches });
  const made = templateOf(stack);

  it('get probers where their callers stand, and share those of load balancers that stand there', () => {
    const groups = [alb.securityGroups, [{ 'Fn::GetAtt': [expect.stringMatching(/OwnGroup/), 'GroupId'] }]];
    const ofLoadBalancers = groups.flatMap((worn) => alb.subnets.map((id) => [[id], worn]));
    const ofWatches = orders.from.subnets.map((id) => [[id], orders.from.securityGroups]);
    expect(placesIn(made)).toHaveLength(6);
    expect(placesIn(made)).toEqual(expect.arrayContaining([...ofLoadBalancers, ...ofWatches]));
  });

  it('are in the settings, where the monitor finds a prober for each of their places', () => {
    const { watches: told, probers, loadBalancers } = readWatched(settingsIn(made));
    const callerOf = ({ vpcId, subnets, securityGroups }: typeof shared) => ({ vpcId, subnets, securityGroups });
    expect(told).toEqual([
      { name: orders.name, from: callerOf(orders.from), to: orders.to },
      { name: 'shop-to-cache', from: callerOf(shared), to: { host: '10.0.9.9', port: 6379 } },
    ]);
    expect(loadBalancers).toEqual([alb.arn, nlb.arn]);
    const places = told.flatMap(({ from }) => from.subnets.map((id) => `${id} ${from.securityGroups}`));
    const stood = probers.map(({ subnetId, securityGroups }) => `${subnetId} ${securityGroups}`);
    expect(places.filter((place) => !stood.includes(place))).toEqual([]);
  });

  it('have a row each on the dashboard, by name', () => {
    const body = JSON.stringify(made.all('AWS::CloudWatch::Dashboard')[0]?.Properties['DashboardBody']);
    for (const { name } of watches) {
      expect(body).toContain(`${name}: outcomes`);
      expect(body).toContain(`\\"LoadBalancer\\",\\"${name}\\"`);
    }
  });

  it('pass AwsSolutions, make no cycle, and are the same at every synthesis', () => {
    expect(new AwsSolutionsChecks(stack).validateScope(stack).violations).toEqual([]);
    expect(cycleIn(made.resources)).toBeNull();
    const again = templateOf(doctorStack({ watches }).stack);
    expect(JSON.stringify(again.template.toJSON())).toBe(JSON.stringify(made.template.toJSON()));
  });

  it('leave everything that was made of the load balancers as it is', () => {
    const before = templateOf(doctorStack().stack).resources;
    const changed = Object.keys(before).filter(
      (id) => JSON.stringify(before[id]) !== JSON.stringify(made.resources[id]),
    );
    expect(changed.filter((id) => !/Settings|DashboardPage|ProbersRole/.test(id))).toEqual([]);
  });

  it('are not told of where there are none', () => {
    expect(settings(templateOf(doctorStack().stack))).not.toHaveProperty('watches');
  });

  it('are dialled by probers with a group of ours where that is asked for', () => {
    const own = templateOf(doctorStack({ watches, identity: 'own' }).stack);
    const groups = placesIn(own).map(([, worn]) => JSON.stringify(worn));
    expect(new Set(groups).size).toBe(1);
    expect(groups[0]).toContain('OwnGroup');
    expect(placesIn(own)).toHaveLength(3);
  });
});

describe('alone', () => {
  it('are a deployment of their VPC, whose ranges are dialled', () => {
    const made = templateOf(doctorStack({ loadBalancers: [], watches: [ordersWatch()] }).stack);
    expect(placesIn(made)).toHaveLength(2);
    expect(settings(made)).toMatchObject({ loadBalancers: [], watches: [{ name: orders.name }] });
    made.template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { ORIGIN_DOCTOR_CIDRS: '10.0.0.0/16', ORIGIN_DOCTOR_PORTS: '1-65535' } },
    });
  });

  it('are found by name, and have no gate, which is for targets', () => {
    const { stack, doctor } = doctorStack({ loadBalancers: [], watches: [ordersWatch()] });
    const values = Object.entries(templateOf(stack).template.findOutputs('*'));
    const told = (name: string) => values.find(([id]) => id.startsWith(name))?.[1]['Value'];
    expect(told('OriginDoctorLoadBalancers')).toBe(JSON.stringify([orders.name]));
    expect(told('OriginDoctorGate')).toBeUndefined();
    expect(doctor.gate).toBeUndefined();
  });

  it.each([
    ['an address', { host: '10.1.0.7', port: 5432 }, { addresses: ['10.0.0.0/16', '10.1.0.0/24'] }],
    ['an IPv6 address', { host: 'fd12:3456::7', port: 5432 }, { addresses: ['fd12:3456::/64'] }],
    ['a port', orders.to, { ports: ['5000-5999'] }],
    ['a name, whose address is not known yet', orders.to, { addresses: ['192.0.2.0/24'] }],
  ])('may lead to %s where dialable says so', (_, to, dialable) => {
    const watches = [ordersWatch({ to })];
    expect(settings(templateOf(doctorStack({ loadBalancers: [], watches, dialable }).stack)).watches[0]?.to).toEqual(
      to,
    );
  });
});

describe('of what the app builds', () => {
  const stack = emptyStack();
  const vpc = new Vpc(stack, 'Vpc', { maxAzs: 2 });
  const database = new DatabaseInstance(stack, 'Database', { vpc, engine: DatabaseInstanceEngine.MYSQL });
  const securityGroups = [new SecurityGroup(stack, 'App', { vpc })];
  const to = { host: database.instanceEndpoint.hostname, port: database.instanceEndpoint.port };
  const watches = [
    watch({ name: 'app-to-database', from: { vpc, securityGroups }, to }),
    watch({
      name: 'edge-to-database',
      from: { vpc, subnets: { subnetType: SubnetType.PUBLIC }, securityGroups },
      to: { host: '10.0.99.1', port: 3306 },
    }),
  ];
  new OriginDoctor(stack, 'Doctor', { loadBalancers: [], watches });
  const made = templateOf(stack);

  it('start in the private subnets, or in those that are selected', () => {
    expect(placesIn(made).map(([subnets]) => JSON.stringify(subnets))).toEqual([
      expect.stringMatching(/VpcPrivateSubnet1/),
      expect.stringMatching(/VpcPrivateSubnet2/),
      expect.stringMatching(/VpcPublicSubnet1/),
      expect.stringMatching(/VpcPublicSubnet2/),
    ]);
    for (const [, groups] of placesIn(made))
      expect(JSON.stringify(groups)).toMatch(/"Fn::GetAtt":\["App\w+","GroupId"\]/);
  });

  it('reach the monitor as JSON once the tokens are known, the port as a number', () => {
    const text = settingsIn(made);
    expect(text).toMatch(/"port":<Database[A-F0-9]+\.Endpoint\.Port>\}/);
    const { watches: told } = JSON.parse(text.replace(/<Database[A-F0-9]+\.Endpoint\.Port>/, '3306')) as Settings;
    expect(told.map((one) => one.to)).toEqual([
      { host: expect.stringMatching(/^<Database[A-F0-9]+\.Endpoint\.Address>$/), port: 3306 },
      { host: '10.0.99.1', port: 3306 },
    ]);
    expect(told[0]?.from.subnets).toEqual([1, 2].map((one) => expect.stringMatching(`^<VpcPrivateSubnet${one}`)));
  });
});

describe('beside a load balancer that the app builds', () => {
  const doctorOf = (name: string, host: string, ipProtocol = IpProtocol.IPV4_ONLY) => {
    const stack = emptyStack();
    const vpc = new Vpc(stack, 'Vpc', { maxAzs: 2, ipAddresses: IpAddresses.cidr('10.8.0.0/16'), ipProtocol });
    const shop = new ApplicationLoadBalancer(stack, 'Alb', { vpc, loadBalancerName: 'shop' });
    const from = { vpc, securityGroups: [new SecurityGroup(stack, 'App', { vpc })] };
    const watches = [watch({ name, from, to: { host, port: 53 } })];
    return () => new OriginDoctor(stack, 'Doctor', { loadBalancers: [shop], watches });
  };

  it.each([
    [
      'its name',
      doctorOf('shop', '10.8.0.7'),
      'OriginDoctor: watches is "shop"; allowed is each name once, and none of a load balancer',
    ],
    [
      'an address outside the range of its VPC',
      doctorOf('dns', '8.8.8.8'),
      'OriginDoctor: watch "dns": to.host is "8.8.8.8"; allowed is one within 10.8.0.0/16; for more set dialable.addresses to ["10.8.0.0/16","8.8.8.8/32"]',
    ],
  ])('may not have %s', (_, doctor, says) => {
    expect(messageOf(doctor)).toBe(says);
  });

  it('may lead to an address within it, or within a range that AWS is yet to give', () => {
    expect(doctorOf('dns', '10.8.255.7')().alarms).toHaveLength(3);
    expect(doctorOf('dns', 'fd12:3456::7', IpProtocol.DUAL_STACK)().alarms).toHaveLength(3);
  });
});

type Settings = {
  readonly loadBalancers: readonly string[];
  readonly probers: readonly { readonly subnetId: string }[];
  readonly watches: readonly {
    readonly name: string;
    readonly from: { readonly subnets: unknown };
    readonly to: unknown;
  }[];
};

function settings(made: Synthesised): Settings {
  return JSON.parse(settingsIn(made)) as Settings;
}

/** Subnets and groups of each prober. */
function placesIn(made: Synthesised): readonly (readonly [unknown, unknown])[] {
  return made.all('AWS::Lambda::Function').flatMap(({ Properties }): [unknown, unknown][] => {
    const config = Properties['VpcConfig'] as { SubnetIds: unknown; SecurityGroupIds: unknown } | undefined;
    return config === undefined ? [] : [[config.SubnetIds, config.SecurityGroupIds]];
  });
}
