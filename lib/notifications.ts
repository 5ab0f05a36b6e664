import { Annotations, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { CfnSubscription, type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { writeActions } from '../lambda/actions.ts';
import type { NotificationProps } from './origin-doctor-props.ts';

/** Where messages go. `key` is null where the topic has none, or is not ours to know. */
export type Notifications = { readonly topic: ITopic; readonly key: IKey | null };

/** The topic given, or one of our own, with its subscribers. */
export function notifications(parent: Construct, props: NotificationProps = {}): Notifications {
  const scope = new Construct(parent, 'Notifications');
  const topic = props.topic ?? ownTopic(scope);
  admitPublishers(scope, topic);
  for (const address of props.emails ?? []) {
    // Another doctor, or the app, may have subscribed it to this topic.
    if (topic.node.tryFindChild(address) !== undefined) continue;
    if (props.topic !== undefined) warnOfOther(scope, props.topic, address);
    topic.addSubscription(new EmailSubscription(address));
  }
  for (const subscription of props.subscriptions ?? []) topic.addSubscription(subscription);
  return { topic, key: topic.masterKey ?? null };
}

function ownTopic(scope: Construct): Topic {
  const masterKey = new Key(scope, 'Key', {
    description: 'Origin Doctor: messages',
    enableKeyRotation: true,
    // It protects messages on their way, of which none is left to be read.
    removalPolicy: RemovalPolicy.DESTROY,
    pendingWindow: Duration.days(7),
  });
  return new Topic(scope, 'Topic', { displayName: 'Origin Doctor', masterKey, enforceSSL: true });
}

/**
 * A topic that is imported is another construct each time, maybe in another stack, which may be deployed or deleted alone:
 * so both subscribe, and SNS has one subscription for them, which goes with whichever goes first.
 */
function warnOfOther(scope: Construct, { topicArn }: ITopic, address: string): void {
  const other = scope.node.root.node
    .findAll()
    .find((one) => one instanceof CfnSubscription && one.topicArn === topicArn && one.endpoint === address);
  if (other === undefined) return;
  Annotations.of(scope).addWarningV2(
    'origin-doctor:subscribed-twice',
    `notifications.emails: ${address} is subscribed to ${topicArn} by ${other.node.path} too, and whichever is deleted first ` +
      'unsubscribes it for both. Subscribe it where the topic is made, and leave it out here.',
  );
}

/**
 * Under AWS's own key for SNS an alarm's message is dropped without a word, since that key's policy cannot be told to
 * admit CloudWatch. A topic's policy replaces the one that it has by default, so CloudWatch must be admitted there too.
 * CloudWatch says for which account it asks; EventBridge does not, so a condition would drop its messages
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services). What the app imports keeps
 * its policies: CDK adds nothing to them.
 */
function admitPublishers(scope: Construct, topic: ITopic): void {
  const ofThisAccount = { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } };
  const publishers = [
    { principals: [new ServicePrincipal('cloudwatch.amazonaws.com')], conditions: ofThisAccount },
    { principals: [new ServicePrincipal('events.amazonaws.com')] },
  ];
  for (const publisher of publishers) {
    const allowed = (actions: readonly string[], resource: string) =>
      new PolicyStatement({ effect: Effect.ALLOW, ...publisher, actions: [...actions], resources: [resource] });
    topic.masterKey?.addToResourcePolicy(allowed(writeActions.topicKey, '*'));
    topic.addToResourcePolicy(allowed(writeActions.topic, topic.topicArn));
  }
}
