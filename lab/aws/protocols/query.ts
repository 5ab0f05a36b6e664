import { AwsError } from '../aws-error.ts';
import { toXml } from '../codecs/to-xml.ts';
import type { Protocol } from './protocol.ts';

/** The query protocol of ELB, SNS, STS and CloudWatch: parameters in, XML whose lists hold `member`s out. */
export const query: Protocol = {
  answer: (output, { operation, requestId }) => ({
    status: 200,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body: toXml(
      `${operation}Response`,
      { [`${operation}Result`]: output, ResponseMetadata: { RequestId: requestId } },
      'member',
    ),
  }),
  refuse: (error, { requestId }) => ({
    status: error.status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body: toXml(
      'ErrorResponse',
      {
        Error: { Type: error.status < 500 ? 'Sender' : 'Receiver', Code: error.code, Message: error.message },
        RequestId: requestId,
      },
      'member',
    ),
  }),
  unsigned: () =>
    new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', { status: 403 }),
  unknownOperation: (operation) =>
    new AwsError('InvalidAction', `The action ${operation} is not valid for this web service.`),
  denied: (message) => new AwsError('AccessDenied', message, { status: 403 }),
};
