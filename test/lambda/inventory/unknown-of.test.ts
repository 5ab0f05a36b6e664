import { expect, it } from 'vitest';
import { unknownOf } from '../../../lambda/inventory/unknown-of.ts';
import { namedError } from './named-error.ts';

const ACTION = 'ec2:DescribeNetworkAcls';
const DENIED = `User: arn:aws:iam::123456789012:user/x is not authorized to perform: ${ACTION} because no identity-based policy allows the ${ACTION} action`;

it.each([
  { error: namedError('AccessDenied'), kind: 'forbidden', reason: `the caller may not call ${ACTION}` },
  {
    error: namedError('AccessDeniedException', DENIED),
    kind: 'forbidden',
    reason: `the caller may not call ${ACTION}: no identity-based policy allows the ${ACTION} action`,
  },
  {
    error: namedError('UnauthorizedOperation', 'You are not authorized. Encoded authorization failure message: abc'),
    kind: 'forbidden',
    reason: `the caller may not call ${ACTION}`,
  },
  { error: namedError('AuthorizationErrorException'), kind: 'forbidden', reason: `the caller may not call ${ACTION}` },
  {
    error: namedError('Throttling'),
    kind: 'throttled',
    reason: `${ACTION} was throttled (Throttling): ask again later`,
  },
  {
    error: namedError('ThrottlingException'),
    kind: 'throttled',
    reason: `${ACTION} was throttled (ThrottlingException): ask again later`,
  },
  {
    error: namedError('RequestLimitExceeded'),
    kind: 'throttled',
    reason: `${ACTION} was throttled (RequestLimitExceeded): ask again later`,
  },
  {
    error: namedError('TooManyRequestsException'),
    kind: 'throttled',
    reason: `${ACTION} was throttled (TooManyRequestsException): ask again later`,
  },
  { error: namedError('SlowDown'), kind: 'throttled', reason: `${ACTION} was throttled (SlowDown): ask again later` },
  { error: namedError('TargetGroupNotFoundException', 'gone'), kind: 'not-found', reason: `${ACTION}: gone` },
  { error: namedError('InvalidVpcID.NotFound', 'gone'), kind: 'not-found', reason: `${ACTION}: gone` },
  { error: namedError('NotFound', 'Unknown'), kind: 'failed', reason: `${ACTION} failed: NotFound: Unknown` },
  {
    error: namedError('MalformedAnswer', 'Subnets is missing'),
    kind: 'failed',
    reason: `malformed answer from ${ACTION}: Subnets is missing`,
  },
  {
    error: new Error('XML parse error: unexpected content.\n  Deserialization error: to see the raw response, inspect'),
    kind: 'failed',
    reason: `malformed answer from ${ACTION}: XML parse error: unexpected content`,
  },
  {
    error: namedError('TimeoutError', 'no answer in 10 s'),
    kind: 'failed',
    reason: `${ACTION} failed: TimeoutError: no answer in 10 s`,
  },
  {
    error: new Error('connect ECONNREFUSED 127.0.0.1:1'),
    kind: 'failed',
    reason: `${ACTION} failed: connect ECONNREFUSED 127.0.0.1:1`,
  },
  { error: 'thrown as a text', kind: 'failed', reason: `${ACTION} failed: thrown as a text` },
])('$kind: $reason', ({ error, kind, reason }) => {
  const action = kind === 'forbidden' ? { action: ACTION } : {};
  expect(unknownOf(error, ACTION)).toEqual({ known: false, kind, reason, ...action });
});
