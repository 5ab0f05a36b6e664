import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { writeActions } from '../lambda/actions.ts';
import type { NotificationProps } from './origin-doctor-props.ts';

/** Where messages go. `key` is null where the topic has none, or is not ours to know. */
export type Notifications = { readonly topic: ITopic; readonly key: IKey | null };

/** The topic given, or one of our own, with its subscribers. */
export function notifications(parent: Construct, props: NotificationProps = {}): Notifications {
  const scope = new Construct(parent, 'Notifications');
  const made = props.topic === undefined ? ownTopic(scope) : { topic: props.topic, key: null };
  const emails = (props.emails ?? []).map((address) => new EmailSubscription(address));
  for (const subscription of [...emails, ...(props.subscriptions ?? [])]) made.topic.addSubscription(subscription);
  return made;
}

/**
 * Under AWS's own key for SNS an alarm's message is dropped without a word, since that key's policy cannot be told to
 * admit CloudWatch. A topic's policy replaces the one that it has by default, so CloudWatch must be admitted there too.
 * CloudWatch says for which account it asks; EventBridge does not, so a condition would drop its messages
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services).
 */
function ownTopic(scope: Construct): { readonly topic: Topic; readonly key: Key } {
  const key = new Key(scope, 'Key', {
    description: 'Origin Doctor: messages',
    enableKeyRotation: true,
    // It protects messages on their way, of which none is left to be read.
    removalPolicy: RemovalPolicy.DESTROY,
    pendingWindow: Duration.days(7),
  });
  const topic = new Topic(scope, 'Topic', { displayName: 'Origin Doctor', masterKey: key, enforceSSL: true });
  const ofThisAccount = { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } };
  const publishers = [
    { principals: [new ServicePrincipal('cloudwatch.amazonaws.com')], conditions: ofThisAccount },
    { principals: [new ServicePrincipal('events.amazonaws.com')] },
  ];
  for (const publisher of publishers) {
    const common = { effect: Effect.ALLOW, ...publisher };
    key.addToResourcePolicy(new PolicyStatement({ ...common, actions: [...writeActions.topicKey], resources: ['*'] }));
    topic.addToResourcePolicy(
      new PolicyStatement({ ...common, actions: [...writeActions.topic], resources: [topic.topicArn] }),
    );
  }
  return { topic, key };
}
