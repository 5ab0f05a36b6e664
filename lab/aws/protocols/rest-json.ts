import { AwsError } from '../aws-error.ts';
import type { Protocol } from './protocol.ts';

/**
 * Lambda's REST protocol. An output's `Payload` is the body; its other members are headers and status, as `Invoke` has them
 * (Lambda API Reference, Invoke, "Response Syntax").
 */
export const restJson: Protocol = {
  answer: (output, { requestId }) => ({
    status: Number(output['StatusCode']),
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': requestId,
      ...header('X-Amz-Function-Error', output['FunctionError']),
      ...header('X-Amz-Executed-Version', output['ExecutedVersion']),
    },
    body: output['Payload'] === undefined ? '' : String(output['Payload']),
  }),
  refuse: (error, { requestId }) => ({
    status: error.status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': requestId,
      'x-amzn-errortype': error.exception,
    },
    body: JSON.stringify({ Type: error.status < 500 ? 'User' : 'Service', Message: error.message }),
  }),
  unsigned: () => new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token', { status: 403 }),
  unknownOperation: () =>
    new AwsError('UnknownOperationException', 'The operation is not known to this service', { status: 404 }),
  denied: (message) => new AwsError('AccessDeniedException', message, { status: 403 }),
};

function header(name: string, value: unknown): Readonly<Record<string, string>> {
  return typeof value === 'string' ? { [name]: value } : {};
}
