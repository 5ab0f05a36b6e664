import { App } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { writeActions } from '../../lambda/actions.ts';
import {
  gateEnvironment,
  monitorEnvironment,
  settleAttributes,
  settleProperties,
  stackOutputs,
  tableKeys,
} from '../../lambda/contract.ts';
import { gateSettings } from '../../lambda/handlers/gate-settings.ts';
import { monitorSettings } from '../../lambda/handlers/monitor-settings.ts';
import { readWatched } from '../../lambda/handlers/read-watched.ts';
import { dialableRanges } from '../../lambda/probe/dialable-ranges.ts';
import { watchedEvents } from '../../lambda/watched-events.ts';
import { referenceText } from '../../lib/reference-text.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { cycleIn } from './cycle-in.ts';
import { alb, doctorStack, nlb } from './doctor-stack.ts';
import { settingsIn } from './settings-in.ts';
import { templateOf } from './template-of.ts';

const { stack, doctor } = doctorStack({ gate: { readmit: true }, notifications: { emails: ['on-call@example.com'] } });
const made = templateOf(stack);

describe('cycles', () => {
  it('are found where they are', () => {
    const cyclic = {
      Role: { Type: 'x', Properties: {} },
      Policy: {
        Type: 'x',
        Properties: { Roles: [{ Ref: 'Role' }], Resource: { 'Fn::Sub': 'x-\u0024{Function.Arn}' } },
      },
      Function: { Type: 'x', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } }, DependsOn: ['Policy'] },
    };
    expect(cycleIn(cyclic)).toEqual(['Policy', 'Function', 'Policy']);
    expect(cycleIn({ ...cyclic, Function: { Type: 'x', Properties: {} } })).toBeNull();
  });

  it('are not in the template', () => {
    expect(cycleIn(made.resources)).toBeNull();
  });
});

it('is the same at every synthesis', () => {
  const again = templateOf(
    doctorStack({ gate: { readmit: true }, notifications: { emails: ['on-call@example.com'] } }).stack,
  );
  expect(JSON.stringify(again.template.toJSON())).toBe(JSON.stringify(made.template.toJSON()));
});

it('passes AwsSolutions, what it does not follow being acknowledged', () => {
  const { violations } = new AwsSolutionsChecks(stack).validateScope(stack);
  const found = violations.map(
    ({ ruleName, violatingResources }) =>
      `${ruleName} ${violatingResources.map(({ constructPath }) => constructPath).join()}`,
  );
  expect(found).toEqual([]);
});

it('triggers the monitor by schedule and by every kind of watched event, with queue and limits', () => {
  const rules = made.all('AWS::Events::Rule').map(({ Properties }) => Properties);
  expect(rules.map(({ ScheduleExpression }) => ScheduleExpression).filter(Boolean)).toEqual(['rate(1 minute)']);
  const patterns = rules.flatMap(({ EventPattern }) => (EventPattern === undefined ? [] : [EventPattern]));
  const wanted = Object.values(watchedEvents).map(({ source, detailType, detail }) => ({
    source,
    'detail-type': detailType,
    ...(detail === undefined ? {} : { detail }),
  }));
  expect(patterns).toHaveLength(wanted.length);
  expect(patterns).toEqual(expect.arrayContaining(wanted));
  for (const { Targets } of rules) {
    expect(Targets).toEqual([
      expect.objectContaining({
        Arn: { 'Fn::GetAtt': [expect.stringContaining('DoctorMonitor'), 'Arn'] },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringContaining('DeadLetters'), 'Arn'] } },
        RetryPolicy: { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 300 },
      }),
    ]);
  }
});

it('keeps its memory in a table that the contract describes, on demand, encrypted, with recovery and expiry', () => {
  made.template.hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Delete',
    Properties: {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: tableKeys.partition, KeyType: 'HASH' },
        { AttributeName: tableKeys.sort, KeyType: 'RANGE' },
      ],
      TimeToLiveSpecification: { AttributeName: tableKeys.expiry, Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true },
    },
  });
});

describe('messages', () => {
  it('are encrypted with a key of our own that turns and that CloudWatch and EventBridge may use', () => {
    const [key] = made.all('AWS::KMS::Key');
    const policy = key?.Properties['KeyPolicy'] as { Statement: readonly unknown[] } | undefined;
    expect(key?.Properties['EnableKeyRotation']).toBe(true);
    expect(policy?.Statement).toEqual(
      expect.arrayContaining([
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: [...writeActions.topicKey],
          Resource: '*',
          Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
        },
        {
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Action: [...writeActions.topicKey],
          Resource: '*',
        },
      ]),
    );
    made.template.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
  });

  it('may be sent by these two, and by nobody without TLS', () => {
    const policy = JSON.stringify(made.all('AWS::SNS::TopicPolicy')[0]?.Properties);
    for (const text of ['cloudwatch.amazonaws.com', 'events.amazonaws.com', 'aws:SecureTransport'])
      expect(policy).toContain(text);
  });

  it('reach whom the props name', () => {
    made.template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'on-call@example.com',
    });
  });
});

it('tells the monitor everything that the contract names', () => {
  const monitor = functionOf('DoctorMonitor');
  const environment = monitor?.Properties['Environment'] as { Variables: Record<string, unknown> } | undefined;
  const { probers, loadBalancers, watches, declared, ...small } = monitorEnvironment;
  expect(Object.keys(environment?.Variables ?? {}).toSorted()).toEqual(Object.values(small).toSorted());
  expect(monitor?.Properties).not.toHaveProperty('VpcConfig');
  const gate = environmentOf('DoctorGate');
  expect(gate).toMatchObject(environmentOf('DoctorMonitor'));
  expect(Object.keys(gate).toSorted()).toEqual([...Object.values(small), ...Object.values(gateEnvironment)].toSorted());
  expect(gateSettings(gate)).toEqual({
    rules: { stable: 3, timeoutSeconds: 600 },
    targetGroups: [],
    mayReadmit: true,
  });
});

it('tells functions what they can read', () => {
  const settings = monitorSettings(environmentOf('DoctorMonitor'), readWatched(settingsIn(made)));
  expect(settings).toMatchObject({
    deadlineMs: 4000,
    concurrency: 5,
    intervalSeconds: 60,
    deployment: doctor.deploymentName,
  });
  expect(settings.probers.map(({ identity }) => identity)).toEqual([undefined, undefined, 'own', 'own']);
  expect(settings.loadBalancers).toEqual([alb.arn, nlb.arn]);
  expect(dialableRanges(environmentOf('DoctorProbersAt'))).toMatchObject({
    addresses: [{ text: '10.0.0.0/16' }],
    ports: [{ from: 1, to: 65_535 }],
  });
});

it('gives the gate a name that CodeDeploy may invoke', () => {
  expect(functionOf('DoctorGate')?.Properties['FunctionName']).toMatch(/^CodeDeployHook_[A-Za-z0-9_-]{1,49}$/);
});

describe('what CloudFormation cannot settle', () => {
  const [[id, resource] = ['', null]] = Object.entries(made.template.findResources('Custom::OriginDoctorSettings'));

  it('comes after the probers, and before monitor and gate, which go before it does', () => {
    const probers = Object.keys(made.resources).filter((one) => one.startsWith('DoctorProbersAt'));
    expect(probers).toHaveLength(4);
    expect(resource?.['DependsOn']).toEqual(expect.arrayContaining(probers));
    for (const reader of ['DoctorMonitor', 'DoctorGate']) {
      const version = { [monitorEnvironment.settings]: { 'Fn::GetAtt': [id, settleAttributes.version] } };
      expect(functionOf(reader)?.Properties['Environment']).toMatchObject({ Variables: version });
    }
  });

  it('is told by texts alone, which CloudFormation hands on as they are', () => {
    const { ServiceToken, ServiceTimeout, ...told } = resource?.['Properties'] ?? {};
    expect(Object.keys(told).toSorted()).toEqual(Object.values(settleProperties).toSorted());
    expect(told[settleProperties.table]).toEqual({ Ref: expect.stringMatching(/^DoctorTable/) });
    expect(
      Object.values(told).map((value) => typeof (referenceText(value) === '' ? null : referenceText(value))),
    ).toEqual(Object.values(told).map(() => 'string'));
    expect([ServiceToken, ServiceTimeout]).toEqual([
      { 'Fn::GetAtt': [expect.stringContaining('Settle'), 'Arn'] },
      '600',
    ]);
  });
});

it('keeps every log for a month, and none after the stack is gone', () => {
  const logs = made.all('AWS::Logs::LogGroup');
  expect(logs).toHaveLength(4);
  for (const { Properties, DeletionPolicy } of logs) {
    expect(Properties['RetentionInDays']).toBe(30);
    expect(DeletionPolicy).toBe('Delete');
  }
});

it('is found by its outputs, none of which is exported', () => {
  const outputs = made.template.toJSON()['Outputs'] as Record<string, { Value: unknown; Export?: unknown }>;
  const keys = Object.keys(outputs);
  expect(keys.map((key) => key.slice(0, -8)).toSorted()).toEqual(Object.values(stackOutputs).toSorted());
  expect(new Set(keys.map((key) => key.slice(-8))).size).toBe(1);
  expect(keys.every((key) => /^[A-Za-z]+[0-9a-f]{8}$/.test(key))).toBe(true);
  expect(Object.values(outputs).filter((output) => 'Export' in output)).toEqual([]);
});

it('leaves out what is switched off', () => {
  const bare = templateOf(doctorStack({ gate: false, dashboard: false, alarms: false }).stack);
  expect(bare.all('AWS::CloudWatch::Dashboard')).toEqual([]);
  expect(
    bare
      .all('AWS::Lambda::Function')
      .map(({ Properties }) => String(Properties['Description']))
      .filter((text) => /gate|dashboard/.test(text)),
  ).toEqual([]);
  expect(Object.keys(bare.template.toJSON()['Outputs']).filter((key) => key.startsWith(stackOutputs.gate))).toEqual([]);
});

it('says to build the functions where they are not built', () => {
  const app = new App({ outdir: temporaryFolder(), context: { 'origin-doctor:functions': '/nowhere' } });
  expect(() => doctorStack({}, app)).toThrow('npm run build');
});

function functionOf(part: string) {
  const found = Object.entries(made.resources).find(
    ([id, { Type }]) => Type === 'AWS::Lambda::Function' && id.includes(part),
  );
  return found?.[1];
}

/** What a function finds in its environment, with tokens as texts. */
function environmentOf(part: string): Record<string, string> {
  const environment = functionOf(part)?.Properties['Environment'] as { Variables: Record<string, unknown> } | undefined;
  const entries = Object.entries(environment?.Variables ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, referenceText(value)]));
}
