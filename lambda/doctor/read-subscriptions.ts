import { GetTopicAttributesCommand } from '@aws-sdk/client-sns';
import { required } from '../inventory/required.ts';
import type { Fact } from '../model/fact.ts';
import { asked } from './asked.ts';
import type { DoctorClients } from './doctor-clients.ts';

/** How many are subscribed to a topic: those who get its messages, and those who have not confirmed yet. */
export type Subscriptions = { readonly confirmed: number; readonly pending: number };

/**
 * What SNS says of a topic (https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html). Throws `CannotCheck`
 * where the credentials do not hold.
 */
export function readSubscriptions({ sns }: Pick<DoctorClients, 'sns'>, topicArn: string): Promise<Fact<Subscriptions>> {
  return asked('sns:GetTopicAttributes', async () => {
    const { Attributes = {} } = await sns.send(new GetTopicAttributesCommand({ TopicArn: topicArn }));
    const count = (name: string) => Number(required(Attributes[name], name));
    return { confirmed: count('SubscriptionsConfirmed'), pending: count('SubscriptionsPending') };
  });
}
