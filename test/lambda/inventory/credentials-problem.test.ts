import { expect, it } from 'vitest';
import { credentialsProblem } from '../../../lambda/inventory/credentials-problem.ts';
import { namedError } from './named-error.ts';

it.each([
  {
    name: 'CredentialsProviderError',
    message: 'Could not load credentials from any providers',
    said: 'There are no AWS credentials',
  },
  {
    name: 'CredentialsProviderError',
    message: 'The SSO session has expired',
    said: 'The AWS credentials have expired',
  },
  {
    name: 'TokenProviderError',
    message: 'Token is expired. Please run aws sso login',
    said: 'The AWS credentials have expired',
  },
  {
    name: 'ExpiredToken',
    message: 'The security token included in the request is expired',
    said: 'The AWS credentials have expired',
  },
  { name: 'ExpiredTokenException', message: 'expired', said: 'The AWS credentials have expired' },
  { name: 'RequestExpired', message: 'Request has expired', said: 'The AWS credentials have expired' },
  { name: 'InvalidClientTokenId', message: 'invalid', said: 'AWS refuses the credentials (InvalidClientTokenId)' },
  {
    name: 'AuthFailure',
    message: 'AWS was not able to validate the provided access credentials',
    said: 'AWS refuses the credentials (AuthFailure)',
  },
  {
    name: 'SignatureDoesNotMatch',
    message: 'The canonical string is …',
    said: 'AWS refuses the credentials (SignatureDoesNotMatch)',
  },
])('$name ($message): $said', ({ name, message, said }) => {
  const problem = credentialsProblem(namedError(name, message));
  expect(problem).toMatchObject({ name: 'CannotCheck', message: expect.stringContaining(said) });
});

it('tells the ways to have credentials', () => {
  const said = credentialsProblem(namedError('CredentialsProviderError'))?.message;
  for (const way of ['AWS_PROFILE', '--profile', 'AWS_ACCESS_KEY_ID', 'aws configure', 'sso'])
    expect(said).toContain(way);
});

it.each(['AccessDenied', 'UnauthorizedOperation', 'ThrottlingException', 'TimeoutError'])(
  '%s is no such problem',
  (name) => {
    expect(credentialsProblem(namedError(name))).toBeNull();
  },
);
