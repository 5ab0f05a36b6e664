import { AwsError } from '../aws-error.ts';
import { toXml } from '../codecs/to-xml.ts';
import type { Protocol } from './protocol.ts';
import { query } from './query.ts';

/** EC2's own query protocol: parameters in, XML whose lists hold `item`s out. */
export const ec2Query: Protocol = {
  answer: (output, { operation, version, requestId }) => ({
    status: 200,
    headers: { 'content-type': 'text/xml;charset=UTF-8', 'x-amzn-requestid': requestId },
    body: toXml(`${operation}Response`, { requestId, ...output }, 'item').replace(
      `<${operation}Response>`,
      `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/${version}/">`,
    ),
  }),
  refuse: (error, { requestId }) => ({
    status: error.status,
    headers: { 'content-type': 'text/xml;charset=UTF-8', 'x-amzn-requestid': requestId },
    body: toXml('Response', { Errors: [{ Code: error.code, Message: error.message }], RequestID: requestId }, 'Error'),
  }),
  unsigned: () =>
    new AwsError('AuthFailure', 'AWS was not able to validate the provided access credentials', { status: 401 }),
  unknownOperation: query.unknownOperation,
  denied: (message) => {
    const text = `You are not authorized to perform this operation. ${message}`;
    return new AwsError('UnauthorizedOperation', text, { status: 403 });
  },
};
