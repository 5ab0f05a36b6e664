import { AwsError } from './aws-error.ts';
import type { Call } from './call.ts';

const SIGNED = /^AWS4-HMAC-SHA256 Credential=([^/\s]+)\/\d{8}\/[^/\s]+\/([^/\s]+)\/aws4_request,/;

/**
 * Refuses a request without a signature of version 4, and one signed for another service, as AWS does. The signature itself
 * is not checked: the lab has no secrets, and any access key is good. Gives the access key.
 */
export function refuseUnsigned(authorization: string | undefined, { protocol, service }: Call): string {
  if (authorization === undefined) throw protocol.unsigned();
  const [, accessKeyId, signedFor] = SIGNED.exec(authorization) ?? [];
  if (accessKeyId === undefined) {
    throw new AwsError('IncompleteSignature', 'The Authorization header is not a signature of version 4');
  }
  if (service === null || service.signingName === signedFor) return accessKeyId;
  const message = `Credential should be scoped to correct service: '${service.signingName}'.`;
  throw new AwsError('SignatureDoesNotMatch', message, { status: 403 });
}
