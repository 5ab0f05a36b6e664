import { GetTopicAttributesCommand } from '@aws-sdk/client-sns';
import { expect, it } from 'vitest';
import { smallEndpoint } from './small-endpoint.ts';

const TopicArn = 'arn:aws:sns:eu-west-1:111122223333:findings';

it.each([
  ['somebody is subscribed to', [{ arn: TopicArn, confirmed: 2, pending: 1 }], '2', '1'],
  ['nobody is', [], '0', '0'],
])('tells of a topic that %s', async (_, topics, confirmed, pending) => {
  const { sns } = await smallEndpoint({ account: () => ({ topics }) });
  const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
  expect(Attributes).toMatchObject({
    TopicArn,
    SubscriptionsConfirmed: confirmed,
    SubscriptionsPending: pending,
    SubscriptionsDeleted: '0',
  });
});

it.each([
  ["another account's", TopicArn.replace('1111', '2222'), 'NotFoundException'],
  ['what is none', 'findings', 'InvalidParameterException'],
])('knows nothing of %s', async (_, topic, name) => {
  const { sns } = await smallEndpoint();
  await expect(sns.send(new GetTopicAttributesCommand({ TopicArn: topic }))).rejects.toMatchObject({ name });
});
