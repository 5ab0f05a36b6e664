import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { describe, expect, it } from 'vitest';
import { configJsonSchema } from '../../../lib/config/config-json-schema.ts';
import type { Config } from '../../../lib/config/config-schema.ts';
import { loadConfig } from '../../../lib/config/load-config.ts';
import { readConfig } from '../../../lib/config/read-config.ts';

const ROOT = join(import.meta.dirname, '../../..');
const sample = readFileSync(join(ROOT, 'origin-doctor.sample.json'), 'utf8');

/** The sample with one thing changed. */
function changed(change: (config: Config) => unknown): string {
  const config = JSON.parse(sample) as Config;
  return JSON.stringify(change(config) ?? config);
}

const first = (config: Config) => config.deployments[0];
const firstLoadBalancer = (config: Config) => first(config)?.loadBalancers[0];
const firstWatch = (config: Config) => first(config)?.watches?.[0];
const set = (target: object | undefined, values: object): void => void Object.assign(target ?? {}, values);

const WRONG: readonly { name: string; text: string; says: readonly string[] }[] = [
  { name: 'what is not JSON', text: '{', says: ['config.json is not JSON'] },
  { name: 'a list', text: '[]', says: ['the whole is []'] },
  { name: 'no account', text: changed((c) => set(c, { account: undefined })), says: ['account is missing'] },
  {
    name: 'an account too short',
    text: changed((c) => set(c, { account: '123' })),
    says: ['account is "123"', '12 digits'],
  },
  { name: 'no deployment', text: changed((c) => set(c, { deployments: [] })), says: ['deployments is []'] },
  { name: 'a field that there is not', text: changed((c) => set(c, { loadbalancers: [] })), says: ['loadbalancers'] },
  {
    name: 'a Region that is none',
    text: changed((c) => set(first(c), { region: 'Frankfurt' })),
    says: ['deployments[0].region is "Frankfurt"', 'eu-central-1'],
  },
  {
    name: 'a type that there is not',
    text: changed((c) => set(firstLoadBalancer(c), { type: 'gateway' })),
    says: ['deployments[0].loadBalancers[0].type is "gateway"', '"application"|"network"'],
  },
  {
    name: 'an interval too long',
    text: changed((c) => set(c.options, { intervalMinutes: 90 })),
    says: ['options.intervalMinutes is 90', '60'],
  },
  {
    name: 'a load balancer of another Region',
    text: changed((c) => set(first(c), { region: 'eu-west-1' })),
    says: ['deployments[0].loadBalancers[0].arn is', 'allowed is one of eu-west-1', 'zone "eu-central-1a"'],
  },
  {
    name: 'a load balancer of another account',
    text: changed((c) => set(c, { account: '444455556666' })),
    says: ['allowed is one of account 444455556666'],
  },
  {
    name: "a name that is not the ARN's",
    text: changed((c) => set(firstLoadBalancer(c), { name: 'store' })),
    says: ['loadBalancers[0].name is "store": its ARN says "shop"'],
  },
  {
    name: "a type that is not the ARN's",
    text: changed((c) => set(firstLoadBalancer(c), { type: 'network' })),
    says: ['loadBalancers[0].type is "network": its ARN says "application"'],
  },
  {
    name: 'an Application Load Balancer without groups',
    text: changed((c) => set(firstLoadBalancer(c), { securityGroups: [] })),
    says: ['loadBalancers[0].securityGroups is []'],
  },
  {
    name: 'one VPC twice',
    text: changed((c) => set(c, { deployments: [...c.deployments, ...c.deployments] })),
    says: ['eu-central-1 vpc-0123456789abcdef0 twice', 'several with a name each'],
  },
  {
    name: 'one name of a VPC twice',
    text: changed((c) => set(c, { deployments: [first(c), first(c)].map((one) => ({ ...one, name: 'shops' })) })),
    says: ['eu-central-1 vpc-0123456789abcdef0 shops twice'],
  },
  {
    name: 'a load balancer in two deployments of a VPC',
    text: changed((c) => set(c, { deployments: [first(c), { ...first(c), name: 'shops' }] })),
    says: [
      'deployments hold arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/shop/',
      'each load balancer once',
    ],
  },
  {
    name: 'a name that a stack cannot have',
    text: changed((c) => set(first(c), { name: 'Our shops' })),
    says: ['deployments[0].name is "Our shops"', 'as in shops'],
  },
  {
    name: 'something declared of what is not watched',
    text: changed((c) => set(c.deployments[0], { loadBalancers: first(c)?.loadBalancers.slice(1) })),
    says: ['options.declared holds arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/shop/'],
  },
  {
    name: 'a subnet of another VPC',
    text: changed((c) => set(c, { deployments: [...c.deployments, { ...first(c), vpcId: 'vpc-0fedcba9876543210' }] })),
    says: ['subnet subnet-0a11111111111111a stands in vpc-0fedcba9876543210 and in vpc-0123456789abcdef0'],
  },
  {
    name: 'neither load balancer nor watch',
    text: changed((c) => set(first(c), { loadBalancers: [], watches: undefined })),
    says: ['deployments[0].loadBalancers is []', 'none where there are watches'],
  },
  {
    name: 'a list of watches that is empty',
    text: changed((c) => set(first(c), { watches: [] })),
    says: ['deployments[0].watches is []'],
  },
  {
    name: 'a watch twice',
    text: changed((c) => set(first(c), { watches: [firstWatch(c), firstWatch(c)] })),
    says: ['deployments[0].watches[1].name is "shop-to-database"', 'each name once'],
  },
  {
    name: 'a watch that is called as a load balancer is',
    text: changed((c) => set(firstWatch(c), { name: 'ingest' })),
    says: ['deployments[0].watches[0].name is "ingest"', 'none of a load balancer'],
  },
  {
    name: 'a watch with a name that no alarm can have',
    text: changed((c) => set(firstWatch(c), { name: 'shop/database' })),
    says: ['deployments[0].watches[0].name is "shop/database"', 'up to 32 letters, digits and hyphens'],
  },
  {
    name: 'a watch that leads to a URL',
    text: changed((c) => set(firstWatch(c)?.to, { host: 'postgres://shop' })),
    says: ['deployments[0].watches[0].to.host is "postgres://shop"', 'a DNS name is needed'],
  },
  {
    name: 'a watch that leads to port 0',
    text: changed((c) => set(firstWatch(c)?.to, { port: 0 })),
    says: ['deployments[0].watches[0].to.port is 0'],
  },
  {
    name: 'a watch of a caller without groups',
    text: changed((c) => set(firstWatch(c)?.from, { securityGroups: [] })),
    says: ['deployments[0].watches[0].from.securityGroups is []'],
  },
  {
    name: 'a watch in a zone of another Region',
    text: changed((c) => set(firstWatch(c)?.from.subnets[1], { zone: 'eu-west-1a' })),
    says: [
      'deployments[0].watches[0].from.subnets holds subnet-0b22222222222222b in zone "eu-west-1a"',
      'eu-central-1',
    ],
  },
  {
    name: 'a watch in a subnet of another VPC',
    text: changed((c) =>
      set(c, {
        deployments: [
          { ...first(c), watches: undefined },
          { ...first(c), vpcId: 'vpc-0fedcba9876543210', loadBalancers: [] },
        ],
      }),
    ),
    says: ['subnet subnet-0a11111111111111a stands in vpc-0fedcba9876543210 and in vpc-0123456789abcdef0'],
  },
];

describe('a configuration', () => {
  it('is read as it is written', () => {
    expect(readConfig(sample, 'sample')).toEqual(JSON.parse(sample));
  });

  it('may have watches alone', () => {
    const text = changed((c) => {
      set(c.options, { declared: undefined });
      set(first(c), { loadBalancers: [] });
    });
    expect(readConfig(text, 'config.json').deployments[0]).toMatchObject({
      loadBalancers: [],
      watches: [{ name: 'shop-to-database' }],
    });
  });

  it.each(WRONG)('is refused with $name', ({ text, says }) => {
    const read = () => readConfig(text, 'config.json');
    for (const part of says) expect(read).toThrow(part);
  });

  it('is refused where the file is not there', () => {
    expect(() => loadConfig('/nowhere/origin-doctor.json')).toThrow('/nowhere/origin-doctor.json does not exist');
  });
});

it('keeps logs for as long as CDK knows', () => {
  const days = Object.values(RetentionDays).filter((one) => typeof one === 'number');
  const taken = (logRetentionDays: number) =>
    readConfig(
      changed((c) => set(c.options, { logRetentionDays })),
      'config.json',
    ).options?.logRetentionDays;
  expect(days.map(taken)).toEqual(days);
  expect(() => taken(2)).toThrow('options.logRetentionDays is 2');
});

it('has a schema for editors that is as the code has it (npm run docs writes it anew)', () => {
  const written: unknown = JSON.parse(readFileSync(join(ROOT, 'origin-doctor.schema.json'), 'utf8'));
  expect(written).toEqual(JSON.parse(JSON.stringify(configJsonSchema())));
});
