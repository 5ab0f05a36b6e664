import type { Service } from '../operation.ts';
import { getTopicAttributes } from '../sns/get-topic-attributes.ts';
import { publish } from '../sns/publish.ts';

/** Amazon Simple Notification Service. Its refusals have a code of their own. */
export const sns: Service = {
  signingName: 'sns',
  version: '2010-03-31',
  target: null,
  deniedCode: 'AuthorizationError',
  operations: { GetTopicAttributes: getTopicAttributes, Publish: publish },
};
