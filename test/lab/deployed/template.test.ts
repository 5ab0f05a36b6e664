import { describe, expect, it } from 'vitest';
import { customResourcesIn } from '../../../lab/deployed/custom-resources-in.ts';
import { functionsIn, type TemplateFunction } from '../../../lab/deployed/functions-in.ts';
import type { Assembly } from '../../../lab/deployed/read-assembly.ts';
import { resolver } from '../../../lab/deployed/resolver.ts';
import { rulesIn } from '../../../lab/deployed/rules-in.ts';
import { stacksIn } from '../../../lab/deployed/stacks-in.ts';
import { tablesIn } from '../../../lab/deployed/tables-in.ts';
import type { Template, TemplateResource } from '../../../lab/deployed/template.ts';
import { withProbers } from '../../../lab/deployed/with-probers.ts';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';

const PLACE = { region: 'eu-west-1', accountId: '111122223333' };
const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:doctor';
const RULE = 'arn:aws:events:eu-west-1:111122223333:rule/minute';
const attribute = (id: string, name = 'Arn') => ({ 'Fn::GetAtt': [id, name] });

/** As `Fn::Sub` has names in a text. */
const inText = (id: string) => `$\{${id}}`;

const PERMISSION: TemplateResource = {
  Type: 'AWS::Lambda::Permission',
  Properties: { Principal: 'events.amazonaws.com', SourceArn: attribute('Rule'), FunctionName: attribute('Function') },
};

function template(changes: Readonly<Record<string, TemplateResource>> = {}): Template {
  return {
    Resources: {
      Function: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          FunctionName: 'doctor',
          Code: { S3Key: 'abc.zip', S3Bucket: { 'Fn::Sub': `assets-${inText('AWS::Region')}` } },
          Handler: 'index.handler',
          Environment: {
            Variables: { TABLE: { Ref: 'Table' }, WHERE: { 'Fn::Join': ['/', ['a', { Ref: 'AWS::Region' }]] } },
          },
          Role: attribute('Role'),
        },
      },
      Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'role' } },
      Policy: {
        Type: 'AWS::IAM::Policy',
        Properties: {
          Roles: [{ Ref: 'Role' }],
          PolicyDocument: {
            Statement: [{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: attribute('Table') }],
          },
        },
      },
      Table: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          TableName: 'rows',
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
        },
      },
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: {
          ...{ Name: 'minute', ScheduleExpression: 'rate(1 minute)', State: 'ENABLED' },
          Targets: [{ Arn: attribute('Function'), Id: 'one', Input: '{"a":1}' }],
        },
      },
      Permission: PERMISSION,
      ...changes,
    },
  };
}

/** A stack in which others may be nested, by the key of their template. */
function assemblyOf(outermost: Template, inner: Readonly<Record<string, Template>> = {}): Assembly {
  const templateOf = (key: string) => inner[key] ?? expect.fail(`there is no ${key}`);
  return { name: 'lab', template: outermost, folderOf: (key) => `/assets/${key}`, templateOf };
}

function resolved(value: unknown, from: Template = template()): unknown {
  return resolver(from, PLACE, { attributesOf: (id) => (id === 'Made' ? { Version: '7' } : undefined) })(value);
}

it.each([
  ['the name of what has one', { Ref: 'Function' }, 'doctor'],
  ['its ARN', attribute('Function'), FUNCTION],
  [
    'what is joined of parts',
    { 'Fn::Join': [':', ['arn', { Ref: 'AWS::Partition' }, { Ref: 'AWS::AccountId' }]] },
    'arn:aws:111122223333',
  ],
  ['what names are put into', { 'Fn::Sub': `x-${inText('AWS::AccountId')}-${inText('Table')}` }, 'x-111122223333-rows'],
  ['references inside of lists and objects', { a: [{ Ref: 'AWS::Region' }, 1] }, { a: ['eu-west-1', 1] }],
  ['what a custom resource said', attribute('Made', 'Version'), '7'],
])('resolves %s', (_, value, expected) => {
  expect(resolved(value)).toEqual(expected);
});

it.each([
  ['a function', { 'Fn::If': ['x', 1, 2] }, 'cannot resolve Fn::If'],
  ['an attribute', attribute('Table', 'StreamArn'), 'knows no StreamArn of Table'],
  ['a resource that is not there', { Ref: 'Tabel' }, 'the template has no Tabel'],
  ['a kind of resource', { Ref: 'Permission' }, 'Permission is AWS::Lambda::Permission; the lab knows'],
])('refuses %s that it does not know', (_, value, message) => {
  expect(() => resolved(value)).toThrow(message);
});

it('gives two resources without a name two names', () => {
  const two = template({ One: { Type: 'AWS::SNS::Topic' }, Two: { Type: 'AWS::SNS::Topic' } });
  expect(resolved({ Ref: 'One' }, two)).toMatch(/^arn:aws:sns:eu-west-1:111122223333:One-/);
  expect(resolved({ Ref: 'One' }, two)).not.toEqual(resolved({ Ref: 'Two' }, two));
});

describe('reads', () => {
  const resolve = resolver(template(), PLACE);

  it('functions, with what their roles may do', () => {
    expect(functionsIn(stacksIn(assemblyOf(template()), PLACE), PLACE)).toEqual([
      {
        ...{
          name: 'doctor',
          arn: FUNCTION,
          file: '/assets/abc.zip/index.mjs',
          timeoutSeconds: 3,
          inVpc: false,
          network: null,
        },
        environment: { TABLE: 'rows', WHERE: 'a/eu-west-1' },
        statements: [
          {
            ...{ effect: 'Allow', actions: ['dynamodb:GetItem'], underConditions: false },
            resources: ['arn:aws:dynamodb:eu-west-1:111122223333:table/rows'],
          },
        ],
      },
    ]);
  });

  it('tables and rules', () => {
    expect(tablesIn(template(), resolve, PLACE)).toEqual([{ name: 'rows', partitionKey: 'pk', sortKey: 'sk' }]);
    expect(rulesIn(template(), resolve, PLACE)).toEqual([
      { name: 'minute', pattern: null, targets: [{ functionName: 'doctor', input: { a: 1 } }] },
    ]);
  });

  it('custom resources, with who makes them', () => {
    const Properties = { ServiceToken: attribute('Function'), Table: { Ref: 'Table' } };
    const custom = template({ Made: { Type: 'Custom::Settings', Properties } });
    expect(customResourcesIn(custom, resolver(custom, PLACE))).toEqual([
      {
        functionName: 'doctor',
        request: {
          logicalId: 'Made',
          resourceType: 'Custom::Settings',
          properties: { ServiceToken: FUNCTION, Table: 'rows' },
        },
      },
    ]);
  });
});

describe('nested stacks', () => {
  const nestedIn = (key: string, Parameters: object = {}): TemplateResource => ({
    Type: 'AWS::CloudFormation::Stack',
    Properties: { Parameters, TemplateURL: { 'Fn::Join': ['', ['https://s3/', { Ref: 'AWS::Region' }, `/${key}`]] } },
  });
  const inside = template().Resources['Function']?.Properties ?? {};
  const inner: Template = {
    Resources: {
      Prober: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          ...{ ...inside, FunctionName: 'prober', Role: { Ref: 'role' } },
          Environment: { Variables: { TABLE: { Ref: 'table' }, OTHER: { Ref: 'other' } } },
        },
      },
    },
    Outputs: { Name: { Value: { Ref: 'Prober' } } },
  };
  const other: Template = { Resources: {}, Outputs: { Name: { Value: { Ref: 'AWS::AccountId' } } } };
  const outermost = template({
    Inner: nestedIn('inner.json', {
      ...{ role: attribute('Role'), table: { Ref: 'Table' }, other: attribute('Other', 'Outputs.Name') },
    }),
    Other: nestedIn('other.json'),
  });
  const [outer, ...nested] = stacksIn(assemblyOf(outermost, { 'inner.json': inner, 'other.json': other }), PLACE);

  it('hold functions that are given what they need from outside, and wear roles of outside', () => {
    const [, prober] = functionsIn([outer, ...nested], PLACE);
    expect(prober).toMatchObject({ name: 'prober', environment: { TABLE: 'rows', OTHER: PLACE.accountId } });
    expect(prober?.statements).toMatchObject([{ actions: ['dynamodb:GetItem'] }]);
  });

  it('put out what is read of them', () => {
    expect(nested).toHaveLength(2);
    expect(outer.resolve(attribute('Inner', 'Outputs.Name'))).toBe('prober');
    expect(() => outer.resolve(attribute('Inner', 'Outputs.Nmae'))).toThrow('knows no Outputs.Nmae of Inner');
  });

  it('are refused without their template', () => {
    expect(() => stacksIn(assemblyOf(outermost), PLACE)).toThrow('there is no inner.json');
  });
});

it.each([
  ['nobody', { Type: 'AWS::Lambda::Permission', Properties: { Principal: 'events.amazonaws.com' } }],
  ['another service', { ...PERMISSION, Properties: { ...PERMISSION.Properties, Principal: 'sns.amazonaws.com' } }],
  ['another rule', { ...PERMISSION, Properties: { ...PERMISSION.Properties, SourceArn: `${RULE}-2` } }],
])('refuses a rule whose function admits %s', (_, permission) => {
  const without = template({ Permission: permission });
  expect(() => rulesIn(without, resolver(without, PLACE), PLACE)).toThrow(`${FUNCTION} does not admit the rule Rule`);
});

describe('probers', () => {
  const world = healthyWorld(5);
  const [place] = world.probers;
  const prober = (subnets: readonly string[], groups: readonly string[]): TemplateFunction => ({
    ...{ name: 'new', arn: FUNCTION, file: 'x', environment: {}, timeoutSeconds: 3, inVpc: true, statements: [] },
    network: { subnets, groups },
  });

  it('stand where the world has a place for them', () => {
    const placed = withProbers(world, [prober([place?.subnetId ?? ''], place?.securityGroups ?? [])]);
    expect(placed.probers).toEqual([{ ...place, name: 'new' }]);
  });

  it('are given an interface where it has none', () => {
    const { probers, networkInterfaces } = withProbers(world, [prober([place?.subnetId ?? ''], ['sg-other'])]);
    expect(probers).toMatchObject([{ name: 'new', subnetId: place?.subnetId, securityGroups: ['sg-other'] }]);
    expect(networkInterfaces.find(({ id }) => id === probers[0]?.interfaceId)).toMatchObject({
      ...{ subnetId: place?.subnetId, groups: ['sg-other'] },
    });
  });

  it.each([
    ['a subnet that is not there', prober(['subnet-1'], []), 'the world has no subnet subnet-1'],
    [
      'two subnets at once',
      prober([place?.subnetId ?? '', 'subnet-1'], place?.securityGroups ?? []),
      'new stands in several subnets',
    ],
  ])('are refused in %s', (_, one, why) => {
    expect(() => withProbers(world, [one])).toThrow(why);
  });
});
