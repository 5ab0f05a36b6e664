import { type Unknown, unknown } from '../model/fact.ts';
import { reasonOf } from './reason-of.ts';

/** SNS has a word of its own (https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html). */
const FORBIDDEN = ['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation', 'AuthorizationErrorException'];

const THROTTLED = [
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'TooManyRequestsException',
  'SlowDown',
];

/** The SDK's mark on an answer that it could not read; such an error has no name of its own. */
const UNREADABLE = 'Deserialization error';

/**
 * A failed call as an unknown fact. `action` is the IAM action of the call; a forbidden fact carries it, since granting
 * it would give the fact. Error codes: Elastic Load Balancing API reference, *Common errors*; EC2 API reference, *Error codes*.
 */
export function unknownOf(error: unknown, action: string): Unknown {
  const name = error instanceof Error ? error.name : '';
  const reason = reasonOf(error);
  if (FORBIDDEN.includes(name))
    return unknown('forbidden', `the caller may not call ${action}${because(reason)}`, action);
  if (THROTTLED.includes(name)) return unknown('throttled', `${action} was throttled (${name}): ask again later`);
  if (isMalformed(error)) return unknown('failed', `malformed answer from ${action}: ${reason}`);
  // A bare `NotFound` is no word of AWS: the SDK makes it up for a page that some other server sent with status 404.
  if (/.NotFound(Exception)?$/.test(name)) return unknown('not-found', `${action}: ${reason}`);
  return unknown('failed', `${action} failed: ${named(name, reason)}`);
}

/** AWS says which kind of policy stands in the way: an explicit deny is not mended by a grant. */
function because(reason: string): string {
  const policy = / because (.+)$/.exec(reason)?.[1];
  return policy === undefined ? '' : `: ${policy}`;
}

function isMalformed(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'MalformedAnswer' || error.message.includes(UNREADABLE);
}

function named(name: string, reason: string): string {
  return name === '' || name === 'Error' || name === reason ? reason : `${name}: ${reason}`;
}
