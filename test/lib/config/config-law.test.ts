import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { configJsonSchema } from '../../../lib/config/config-json-schema.ts';
import type { Config } from '../../../lib/config/config-schema.ts';
import { readConfig } from '../../../lib/config/read-config.ts';

const sample = readFileSync(join(import.meta.dirname, '../../../origin-doctor.sample.json'), 'utf8');

type Options = NonNullable<Config['options']>;

/** The sample with other options, of all or of its one deployment. */
function withOptions(options: object, own: object = {}): string {
  const config = JSON.parse(sample) as Config;
  const deployments = config.deployments.map((one) => ({ ...one, options: own }));
  return JSON.stringify({ ...config, deployments, options: { ...config.options, ...options } });
}

/** The sample with something else in its one deployment. */
function withDeployment(values: (deployment: Config['deployments'][number]) => object): string {
  const config = JSON.parse(sample) as Config;
  return JSON.stringify({ ...config, deployments: config.deployments.map((one) => ({ ...one, ...values(one) })) });
}

const dialable = (values: Options['dialable']) => withOptions({ dialable: values });
const SHOP = 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188';
const group = (place: string) => `arn:aws:codedeploy:${place}:deploymentgroup:shop/blue`;

it.each<[string, string, readonly string[]]>([
  ['port 0', dialable({ ports: ['0'] }), ['options.dialable.ports[0] is "0"', 'from 1 to 65535']],
  ['a port too high', dialable({ ports: ['443', '99999'] }), ['options.dialable.ports[1] is "99999"']],
  ['ports the wrong way round', dialable({ ports: ['9-8'] }), ['"9-8"', 'a range of ports is needed']],
  ...['/99', '...../1', '10.0.0.0/33', '10.0.0.300/8', 'fd12::/129', '10.0.0.0'].map(
    (range): [string, string, readonly string[]] => [
      range,
      dialable({ addresses: [range] }),
      [`options.dialable.addresses[0] is "${range}"`, 'a range of addresses is needed'],
    ],
  ),
  ['all addresses', dialable({ addresses: ['0.0.0.0/0'] }), ['"0.0.0.0/0"', 'allowed is one of /8 or longer']],
  ['this host', dialable({ addresses: ['127.0.0.0/8'] }), ['"127.0.0.0/8"', 'never dial']],
  [
    'all addresses in pieces',
    dialable({ addresses: Array.from({ length: 17 }, (_, index) => `${index + 1}.0.0.0/8`) }),
    ['options.dialable.addresses is ["1.0.0.0/8"', 'a sixteenth'],
  ],
  [
    'a range of a VPC that is none',
    withDeployment(() => ({ vpcCidrs: ['0.0.0.0/0'] })),
    ['deployments[0].vpcCidrs[0] is "0.0.0.0/0"'],
  ],
  [
    'clients that are no range',
    withOptions({ declared: { [SHOP]: { ports: [443], clients: ['/99'] } } }),
    ['clients[0] is "/99"'],
  ],
  [
    'more breaches than checks',
    withOptions({ alarms: { datapointsToAlarm: 4 } }),
    ['options.alarms.datapointsToAlarm is 4: allowed are up to 3'],
  ],
  [
    'more breaches than checks here',
    withOptions({}, { alarms: { datapointsToAlarm: 2, evaluationPeriods: 1 } }),
    ['deployments[0].options.alarms.datapointsToAlarm is 2: allowed are up to 1'],
  ],
  [
    'a look back over a day',
    withOptions({ alarms: { evaluationPeriods: 25 } }, { intervalMinutes: 60 }),
    ['options.alarms.evaluationPeriods is 25: at 60 minutes each, allowed are up to 24'],
  ],
  [
    'a topic of another Region',
    withOptions({ topicArn: 'arn:aws:sns:us-east-1:111122223333:on-call' }),
    ['options.topicArn is arn:aws:sns:us-east-1', 'allowed is one of eu-central-1'],
  ],
  [
    'a topic of another Region here',
    withOptions({}, { topicArn: 'arn:aws:sns:us-east-1:444455556666:on-call' }),
    ['deployments[0].options.topicArn is arn:aws:sns:us-east-1:444455556666:on-call: allowed is one of eu-central-1'],
  ],
  [
    'a range that begins within itself',
    dialable({ addresses: ['10.0.3.7/16'] }),
    ['options.dialable.addresses[0] is "10.0.3.7/16"', 'first address'],
  ],
  [
    'a range twice',
    dialable({ addresses: ['10.0.0.0/16', 'fd12::/64', 'fd12:0::/64'] }),
    ['options.dialable.addresses is "fd12:0::/64": allowed is each range once'],
  ],
  [
    'a range of the VPC twice',
    withDeployment(() => ({ vpcCidrs: ['10.0.0.0/16', '10.0.0.0/16'] })),
    ['deployments[0].vpcCidrs is "10.0.0.0/16": allowed is each range once'],
  ],
  [
    'a deployment group that is none',
    withOptions({ gate: { deploymentGroups: ['my group'] } }),
    ['options.gate.deploymentGroups[0] is "my group"', 'allowed are ARNs of CodeDeploy deployment groups'],
  ],
  [
    'a deployment group of another Region',
    withOptions({ gate: { deploymentGroups: [group('us-east-1:111122223333')] } }),
    ['options.gate.deploymentGroups is arn:aws:codedeploy:us-east-1', 'eu-central-1'],
  ],
  [
    'a target group that is none',
    withOptions({ gate: { targetGroups: [''] } }),
    ['options.gate.targetGroups[0] is ""'],
  ],
  [
    'a gate switched on',
    withOptions({ gate: true }),
    ['options.gate is true: allowed is an object of deploymentGroups', 'or false for none'],
  ],
  [
    'a slip',
    withOptions({ gate: { readmitt: true } }),
    ['options.gate is', 'readmitt is no property that there is; did you mean readmit?'],
  ],
  ['an address that is none', withOptions({ emails: ['not an email'] }), ['options.emails[0] is "not an email"']],
  [
    'a subnet twice',
    withDeployment(({ loadBalancers: [one, ...others] }) => ({
      loadBalancers: [{ ...one, subnets: [...(one?.subnets ?? []), one?.subnets[0]] }, ...others],
    })),
    ['deployments[0].loadBalancers[0].subnets holds subnet-0a11111111111111a twice'],
  ],
  [
    'a subnet of a watch twice',
    withDeployment(({ watches = [] }) => ({
      watches: watches.map((one) => ({
        ...one,
        from: { ...one.from, subnets: [0, 0].map((at) => one.from.subnets[at]) },
      })),
    })),
    ['deployments[0].watches[0].from.subnets holds subnet-0a11111111111111a twice'],
  ],
  [
    'a subnet in two zones',
    withDeployment(({ loadBalancers: [one, ...others] }) => ({
      loadBalancers: [
        { ...one, subnets: one?.subnets.map((subnet) => ({ ...subnet, zone: 'eu-central-1c' })) },
        ...others,
      ],
    })),
    ['subnet subnet-0a11111111111111a stands in eu-central-1a and in eu-central-1c: allowed is one zone'],
  ],
])('is refused with %s', (_, text, says) => {
  const read = () => readConfig(text, 'config.json');
  for (const part of says) expect(read).toThrow(part);
});

it.each([
  ['alarms', { alarms: { datapointsToAlarm: 3, evaluationPeriods: 3 } }],
  ['a day of alarms', { intervalMinutes: 60, alarms: { datapointsToAlarm: 24, evaluationPeriods: 24 } }],
  ['alarms after one check', { alarms: { evaluationPeriods: 1 } }],
  ['a topic', { topicArn: 'arn:aws:sns:eu-central-1:111122223333:on-call' }],
  ['a topic of another account', { topicArn: 'arn:aws:sns:eu-central-1:444455556666:on-call' }],
  ['deployment groups', { gate: { deploymentGroups: [group('eu-central-1:111122223333')], targetGroups: ['blue'] } }],
  ['ranges', { dialable: { addresses: ['10.0.0.0/8', 'fd12:3456::/64'], ports: ['1-65535'] } }],
])('takes %s', (_, options) => {
  expect(readConfig(withOptions(options), 'config.json').options).toMatchObject(options);
});

it('has patterns that editors read, which take regular expressions as Unicode', () => {
  const patterns = [...JSON.stringify(configJsonSchema()).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)];
  expect(patterns.length).toBeGreaterThan(10);
  for (const [, text = ''] of patterns) expect(() => new RegExp(JSON.parse(text), 'u')).not.toThrow();
});
