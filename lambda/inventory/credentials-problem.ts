import { CannotCheck } from './cannot-check.ts';
import { reasonOf } from './reason-of.ts';

const MISSING = ['CredentialsProviderError', 'TokenProviderError', 'ProviderError'];

const EXPIRED = ['ExpiredToken', 'ExpiredTokenException', 'RequestExpired', 'TokenRefreshRequired'];

const REFUSED = [
  'AuthFailure',
  'IncompleteSignature',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
];

const RENEW = 'renew them (`aws sso login`, or new values in the environment)';

/** An error that says that the caller's credentials are missing, expired or refused, as what to do about it; null for any other. */
export function credentialsProblem(error: unknown): CannotCheck | null {
  const name = error instanceof Error ? error.name : '';
  const reason = reasonOf(error);
  if (EXPIRED.includes(name) || (MISSING.includes(name) && /expired/i.test(reason))) {
    return new CannotCheck(`The AWS credentials have expired (${reason}): ${RENEW}.`);
  }
  if (REFUSED.includes(name)) {
    return new CannotCheck(
      `AWS refuses the credentials (${name}). Check that they are still valid, that this machine's clock is right, and that the region is enabled in the account; else ${RENEW}.`,
    );
  }
  if (!MISSING.includes(name)) return null;
  return new CannotCheck(
    `There are no AWS credentials: ${reason}. Name a profile (--profile or AWS_PROFILE), set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or make a profile with \`aws configure\` or \`aws configure sso\`.`,
  );
}
