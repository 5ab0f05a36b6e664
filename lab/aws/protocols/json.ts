import { AwsError } from '../aws-error.ts';
import type { Protocol } from './protocol.ts';

/** The JSON protocol, 1.0 or 1.1: operation in `X-Amz-Target`, JSON in and out. */
export function json(version: '1.0' | '1.1'): Protocol {
  const headers = (requestId: string) => ({
    'content-type': `application/x-amz-json-${version}`,
    'x-amzn-requestid': requestId,
  });
  return {
    answer: (output, { requestId }) => ({
      status: 200,
      headers: headers(requestId),
      body: JSON.stringify(output, withoutNull),
    }),
    refuse: (error, { requestId }) => ({
      status: error.status,
      headers: {
        ...headers(requestId),
        'x-amzn-query-error': `${error.code};${error.status < 500 ? 'Sender' : 'Receiver'}`,
      },
      body: JSON.stringify({ __type: error.exception, message: error.message, ...error.members }, withoutNull),
    }),
    unsigned: () => new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token'),
    unknownOperation: () => new AwsError('UnknownOperationException', 'The operation is not known to this service'),
    denied: (message) => new AwsError('AccessDeniedException', message),
  };
}

function withoutNull(_name: string, value: unknown): unknown {
  return value === null ? undefined : value;
}
