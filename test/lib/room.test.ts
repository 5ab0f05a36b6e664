import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { readWatched } from '../../lambda/handlers/read-watched.ts';
import { OriginDoctor } from '../../lib/origin-doctor.ts';
import { referenceText } from '../../lib/reference-text.ts';
import { cycleIn } from './cycle-in.ts';
import { doctorStack, emptyApp } from './doctor-stack.ts';
import { manyLoadBalancers } from './many-load-balancers.ts';
import { messageOf } from './message-of.ts';
import { settingsIn } from './settings-in.ts';
import { statementsOf } from './statements-of.ts';
import { type Resource, templateOf } from './template-of.ts';

// The largest that must fit: 50 load balancers in three zones each, none of which shares a group or a subnet.

const declared = Object.fromEntries(
  manyLoadBalancers(50).map(({ arn }) => [arn, { ports: [80, 443], clients: ['0.0.0.0/0', '::/0'] }]),
);
const { stack, doctor } = doctorStack({ loadBalancers: manyLoadBalancers(50), declared });
const made = templateOf(stack);
const nested = nestedIn(stack).map((one) => Template.fromStack(one).toJSON() as NestedTemplate);
const templates = [made.template.toJSON() as NestedTemplate, ...nested];

describe('50 load balancers in three zones', () => {
  it('have their probers in a stack of their own, and are all watched', () => {
    expect(nested).toHaveLength(1);
    const functions = Object.values(nested[0]?.Resources ?? {}).filter(({ Type }) => Type === 'AWS::Lambda::Function');
    expect(functions).toHaveLength(150);
    const watched = readWatched(settingsIn(made));
    expect(watched.probers.map(({ functionName }) => functionName)).toEqual(
      functions.map(({ Properties }) => Properties['FunctionName']),
    );
    expect(watched.loadBalancers).toHaveLength(50);
    expect(watched.declared).toEqual(declared);
  });

  it('stay within what CloudFormation takes of a template, with room for what else an app has', () => {
    for (const template of templates) {
      expect(Object.keys(template.Resources).length).toBeLessThanOrEqual(450);
      expect(Buffer.byteLength(JSON.stringify(template, null, 1))).toBeLessThan(1_000_000);
      expect(Object.keys(template.Outputs ?? {}).length).toBeLessThanOrEqual(200);
      expect(Object.keys(template.Parameters ?? {}).length).toBeLessThanOrEqual(200);
    }
  });

  it('stay within the size of environments, rows and requests', () => {
    for (const { Properties } of templates.flatMap(functionsIn)) {
      expect(lengthOf(Properties['Environment'] ?? {})).toBeLessThan(4096);
    }
    // A request holds the settings as they are and as they were, and Lambda takes 256 KB of it.
    expect(lengthOf(settingsIn(made))).toBeLessThan(100_000);
  });

  it('stay within what IAM takes of policies', () => {
    const inline = new Map<string, number>();
    for (const { Properties } of policies('AWS::IAM::Policy')) {
      const role = JSON.stringify(Properties['Roles']);
      inline.set(role, (inline.get(role) ?? 0) + lengthOf(Properties['PolicyDocument']));
    }
    expect(inline.size).toBe(5);
    expect([...inline.values()].filter((characters) => characters > 10_240)).toEqual([]);
    expect(policies('AWS::IAM::ManagedPolicy')).toEqual([]);
  });

  it('have probers whose interfaces may be made in the VPC alone', () => {
    const [making] = statementsOf(made, 'DoctorProbers').filter(
      ({ condition, effect }) => condition !== undefined && effect === 'Allow',
    );
    expect(making?.actions).toEqual(['ec2:CreateNetworkInterface']);
    expect(making?.resources).toEqual([
      expect.stringMatching(/:\*:subnet\/\*$/),
      expect.stringMatching(/:\*:security-group\/\*$/),
    ]);
    expect(JSON.stringify(making?.condition)).toMatch(/^\{"ArnLike":\{"ec2:Vpc":.*:\*:vpc\/vpc-0123456789abcdef0"/);
  });

  it('have probers that come after everything that their role is allowed, and settings that come after the probers', () => {
    const ofTheRole = Object.entries(made.resources)
      .filter(([id, { Type }]) => id.startsWith('DoctorProbers') && Type.startsWith('AWS::IAM::'))
      .map(([id]) => id);
    const [[id, probers] = ['', null]] = Object.entries(made.resources).filter(
      ([, { Type }]) => Type === 'AWS::CloudFormation::Stack',
    );
    expect(ofTheRole).toHaveLength(2);
    expect([...(probers?.DependsOn ?? [])].toSorted()).toEqual(ofTheRole.toSorted());
    expect(made.all('Custom::OriginDoctorSettings')[0]?.DependsOn).toContain(id);
    expect(templates.map(({ Resources }) => cycleIn(Resources))).toEqual([null, null]);
  });

  it('stay within what CloudWatch takes of a dashboard', () => {
    const body = JSON.stringify(made.all('AWS::CloudWatch::Dashboard')[0]?.Properties['DashboardBody']);
    expect(body.split('\\"type\\":').length - 1).toBeLessThanOrEqual(500);
    expect(body.split('[\\"OriginDoctor\\",').length - 1).toBeLessThanOrEqual(2500);
    expect(doctor.alarms.length).toBeLessThanOrEqual(100);
  });

  it('pass AwsSolutions', () => {
    const { violations } = new AwsSolutionsChecks(stack).validateScope(stack);
    expect(violations.map(({ ruleName }) => ruleName)).toEqual([]);
  });
});

it('calls probers otherwise where they stand in a stack of their own, so that a deployment may grow into one', () => {
  const few = templateOf(doctorStack({ loadBalancers: manyLoadBalancers(2) }, emptyApp()).stack);
  const many = readWatched(settingsIn(made)).probers.map(({ functionName }) => functionName);
  expect(readWatched(settingsIn(few)).probers.filter(({ functionName }) => many.includes(functionName))).toEqual([]);
});

it('has room in a stack for the most that is allowed', () => {
  const most = templateOf(doctorStack({ loadBalancers: manyLoadBalancers(57) }, emptyApp()).stack);
  expect(Object.keys(most.resources).length).toBeLessThanOrEqual(500);
  expect(Buffer.byteLength(JSON.stringify(most.template.toJSON(), null, 1))).toBeLessThan(1_000_000);
});

describe('load balancers that another stack builds, each told by the long name of an export', () => {
  const across = (count: number, suppressTemplateIndentation?: boolean) => {
    const app = emptyApp();
    const env = { account: '111122223333', region: 'eu-central-1' };
    const services = new Stack(app, 'ServicesNetworkStack', { env });
    const vpc = new Vpc(services, 'Vpc', { maxAzs: 3 });
    const loadBalancers = Array.from(
      { length: count },
      (_, index) => new ApplicationLoadBalancer(services, `ServiceLoadBalancer${index}`, { vpc }),
    );
    const monitoring = new Stack(app, 'MonitoringAndDiagnosisStack', { env, suppressTemplateIndentation });
    new OriginDoctor(monitoring, 'OriginDoctorOfServices', { loadBalancers });
    return monitoring;
  };

  it('are refused at synthesis where the template is larger than CloudFormation takes, with what to do', () => {
    const message = messageOf(() => templateOf(across(57)));
    const [, bytes = ''] = /"57 load balancers and watches in a template of (\d+) bytes"/.exec(message) ?? [];
    expect(Number(bytes)).toBeGreaterThan(1_000_000);
    expect(message).toContain('allowed is a template of at most 1000000 bytes');
    for (const way of ['suppressTemplateIndentation', 'several OriginDoctors']) expect(message).toContain(way);
  });

  it.each([
    [50, undefined],
    [57, true],
  ])('fit: %i, template dense %s', (count, dense) => {
    expect(templateOf(across(count, dense)).all('AWS::CloudWatch::CompositeAlarm')).toHaveLength(count);
  });
});

type NestedTemplate = {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: object;
  readonly Parameters?: object;
};

function nestedIn(parent: Stack): readonly Stack[] {
  return parent.node.findAll().filter((one): one is Stack => Stack.isStack(one) && one !== parent);
}

function functionsIn({ Resources }: NestedTemplate): readonly Resource[] {
  return Object.values(Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
}

function policies(type: string): readonly Resource[] {
  return templates.flatMap(({ Resources }) => Object.values(Resources)).filter(({ Type }) => Type === type);
}

/** Characters once references are known: a name or ARN of what is deployed has no more than 120. */
function lengthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value).length;
  if (isReference(value))
    return (
      referenceText(value)
        .replaceAll(/<AWS::[^>]*>/g, 'aws-cn')
        .replaceAll(/<[^>]*>/g, 'x'.repeat(120)).length + 2
    );
  const own = Array.isArray(value) ? 0 : Object.keys(value).reduce((sum, key) => sum + key.length + 3, 0);
  return Object.values(value).reduce((sum: number, inner) => sum + lengthOf(inner) + 1, own + 1);
}

function isReference(value: object): boolean {
  const [key = '', ...more] = Object.keys(value);
  return more.length === 0 && (key === 'Ref' || key.startsWith('Fn::'));
}
