import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Operation } from '../operation.ts';
import { refuseUnknownTopic } from './refuse-unknown-topic.ts';
import { topicArnIn } from './topic-arn-in.ts';

/** `GetTopicAttributes`: whose topic it is, and how many are subscribed. */
export const getTopicAttributes: Operation = {
  action: 'sns:GetTopicAttributes',
  resource: (input) => topicOf(input),
  run: (input, { world, sources }) => {
    const topicArn = topicOf(input);
    refuseUnknownTopic(topicArn, world);
    const topic = sources.account?.().topics?.find(({ arn }) => arn === topicArn);
    return {
      Attributes: new Map([
        ['TopicArn', topicArn],
        ['Owner', world.accountId],
        ['SubscriptionsConfirmed', String(topic?.confirmed ?? 0)],
        ['SubscriptionsPending', String(topic?.pending ?? 0)],
        ['SubscriptionsDeleted', '0'],
      ]),
    };
  },
};

function topicOf(input: Input): string {
  return topicArnIn(textOf(input, 'TopicArn') ?? '');
}
