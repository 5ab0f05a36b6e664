import { Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { writeActions } from '../../lambda/actions.ts';
import { OriginDoctor } from '../../lib/origin-doctor.ts';
import { cycleIn } from './cycle-in.ts';
import { alb, doctorStack, emptyApp, emptyStack, nlb } from './doctor-stack.ts';
import { statementsOf } from './statements-of.ts';
import { type Synthesised, templateOf } from './template-of.ts';

const PUBLISHERS = ['cloudwatch.amazonaws.com', 'events.amazonaws.com'];

describe('a topic of the app, with a key', () => {
  const build = () => {
    const stack = emptyStack();
    const topic = new Topic(stack, 'OnCall', { masterKey: new Key(stack, 'Key'), enforceSSL: true });
    new OriginDoctor(stack, 'Doctor', { loadBalancers: [alb], notifications: { topic } });
    return stack;
  };
  const stack = build();
  const made = templateOf(stack);

  it('admits CloudWatch and EventBridge, and so does its key, as those of our own do', () => {
    const own = templateOf(doctorStack().stack);
    expect(admitted(made, 'AWS::SNS::TopicPolicy', 'PolicyDocument')).toEqual(
      admitted(own, 'AWS::SNS::TopicPolicy', 'PolicyDocument'),
    );
    expect(admitted(made, 'AWS::KMS::Key', 'KeyPolicy')).toEqual(admitted(own, 'AWS::KMS::Key', 'KeyPolicy'));
    expect(admitted(made, 'AWS::KMS::Key', 'KeyPolicy')).toHaveLength(2);
  });

  it('may be written to by the monitor, with its key', () => {
    const withKey = statementsOf(made, 'DoctorMonitor').filter(({ actions }) =>
      writeActions.topicKey.every((action) => actions.includes(action)),
    );
    expect(withKey.map(({ resources }) => resources)).toEqual([[expect.stringMatching(/^<Key\w+\.Arn>$/)]]);
  });

  it('makes no cycle, is the same at every synthesis, and passes AwsSolutions as far as it is ours', () => {
    expect(cycleIn(made.resources)).toBeNull();
    expect(templateOf(build()).template.toJSON()).toEqual(made.template.toJSON());
    const found = new AwsSolutionsChecks(stack).validateScope(stack).violations.map(({ ruleName }) => ruleName);
    expect(found.filter((rule) => !/KMS5/.test(rule))).toEqual([]);
  });
});

it('a topic and a key of another stack admit them there, and make no cycle of stacks', () => {
  const app = emptyApp();
  const other = new Stack(app, 'Operations', { env: { account: '111122223333', region: 'eu-central-1' } });
  const topic = new Topic(other, 'OnCall', { masterKey: new Key(other, 'Key') });
  const stack = emptyStack(app);
  new OriginDoctor(stack, 'Doctor', { loadBalancers: [alb], notifications: { topic } });
  const [made, there] = [templateOf(stack), templateOf(other)];
  expect(admitted(there, 'AWS::KMS::Key', 'KeyPolicy')).toHaveLength(2);
  expect(admitted(there, 'AWS::SNS::TopicPolicy', 'PolicyDocument')).toHaveLength(2);
  expect([cycleIn(made.resources), cycleIn(there.resources)]).toEqual([null, null]);
  expect(other.dependencies).toEqual([]);
});

describe('a topic that is imported', () => {
  const arn = 'arn:aws:sns:eu-central-1:111122223333:on-call';
  const keyArn = 'arn:aws:kms:eu-central-1:111122223333:key/0123';
  it.each<[string, (stack: Stack) => ReturnType<typeof Topic.fromTopicArn>, readonly string[][]]>([
    ['without its key', (stack) => Topic.fromTopicArn(stack, 'OnCall', arn), []],
    ['with its key', (stack) => Topic.fromTopicAttributes(stack, 'OnCall', { topicArn: arn, keyArn }), [[keyArn]]],
  ])('%s keeps its policy', (_, imported, keys) => {
    const stack = emptyStack();
    new OriginDoctor(stack, 'Doctor', { loadBalancers: [alb], notifications: { topic: imported(stack) } });
    const made = templateOf(stack);
    expect([...made.all('AWS::SNS::TopicPolicy'), ...made.all('AWS::KMS::Key')]).toEqual([]);
    const withKey = statementsOf(made, 'DoctorMonitor').filter(({ actions }) => actions.join().includes('kms:'));
    expect(withKey.map(({ resources }) => resources)).toEqual(keys);
  });
});

describe('an address of email', () => {
  it('that is named twice is subscribed once', () => {
    const emails = ['on-call@example.com', 'on-call@example.com'];
    expect(templateOf(doctorStack({ notifications: { emails } }).stack).all('AWS::SNS::Subscription')).toHaveLength(1);
  });

  it('that two doctors write to over one topic is subscribed once', () => {
    const stack = emptyStack();
    const notifications = { topic: new Topic(stack, 'OnCall'), emails: ['on-call@example.com'] };
    new OriginDoctor(stack, 'Shop', { loadBalancers: [alb], notifications });
    new OriginDoctor(stack, 'Ingest', { loadBalancers: [nlb], notifications });
    const made = templateOf(stack);
    expect(made.all('AWS::SNS::Subscription')).toHaveLength(1);
    expect(admitted(made, 'AWS::SNS::TopicPolicy', 'PolicyDocument')).toHaveLength(2);
    expect(cycleIn(made.resources)).toBeNull();
    expect(warningsOf(stack)).toEqual([]);
  });

  it('that two stacks subscribe to one imported topic is warned of, as one unsubscribes it for both', () => {
    const app = emptyApp();
    const stacks = [
      emptyStack(app),
      new Stack(app, 'Ingest', { env: { account: '111122223333', region: 'eu-central-1' } }),
    ];
    const arn = 'arn:aws:sns:eu-central-1:111122223333:on-call';
    stacks.forEach((stack, index) => {
      const emails = ['on-call@example.com', `team-${index}@example.com`];
      const notifications = { topic: Topic.fromTopicArn(stack, 'OnCall', arn), emails };
      new OriginDoctor(stack, 'Doctor', { loadBalancers: [alb], notifications });
    });
    const said = `on-call@example.com is subscribed to ${arn} by Web/OnCall/on-call@example.com`;
    expect(stacks.map(warningsOf)).toEqual([[], [expect.stringContaining(said)]]);
  });
});

function warningsOf(stack: Stack): readonly unknown[] {
  return Annotations.fromStack(stack)
    .findWarning('*', Match.anyValue())
    .map(({ entry }) => entry.data);
}

/** What a policy of this kind says of the services that publish. */
function admitted({ all }: Synthesised, type: string, property: string): readonly object[] {
  const documents = all(type).map(({ Properties }) => Properties[property] as { Statement: readonly Written[] });
  return documents
    .flatMap(({ Statement }) => Statement)
    .filter(({ Principal }) => PUBLISHERS.includes(String(Principal?.Service)))
    .map(({ Resource, ...statement }) => ({ ...statement, Resource: typeof Resource }));
}

type Written = { readonly Principal?: { readonly Service?: unknown }; readonly Resource: unknown };
