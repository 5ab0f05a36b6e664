import { chatNotification } from './chat-notification.ts';
import { notification, type Told } from './notification.ts';

/** What `Publish` takes, with `MessageStructure` `json`. */
export type TopicMessage = { readonly subject: string; readonly message: string };

/**
 * One message with a body for each kind of subscriber: mail and queues get the text for persons, `sms` the headline, and
 * `https`, by which Amazon Q Developer in chat applications subscribes, its own JSON. `id` is one per check.
 * (SNS API Reference, Publish, `MessageStructure`: a `default` must be there.)
 */
export function topicMessage(told: Told, id: string): TopicMessage {
  const { subject, text } = notification(told);
  const bodies = { default: text, sms: subject, https: JSON.stringify(chatNotification(told, id)) };
  return { subject, message: JSON.stringify(bodies) };
}
