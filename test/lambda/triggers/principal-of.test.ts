import { expect, it } from 'vitest';
import { principalOf } from '../../../lambda/triggers/principal-of.ts';

// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
it.each([
  ['a user', { type: 'IAMUser', arn: 'arn:aws:iam::1:user/team/Alice', userName: 'Alice' }, 'Alice'],
  ['a user without a name', { type: 'IAMUser', arn: 'arn:aws:iam::1:user/team/Alice' }, 'team/Alice'],
  ['a role', { type: 'AssumedRole', arn: 'arn:aws:sts::1:assumed-role/deploy/run-7' }, 'deploy/run-7'],
  ['a session with a colon', { type: 'AssumedRole', arn: 'arn:aws:sts::1:assumed-role/deploy/a:b' }, 'deploy/a:b'],
  [
    'a role, by a service for it',
    { type: 'AssumedRole', arn: 'arn:aws:sts::1:assumed-role/deploy/run-7', invokedBy: 'cloudformation.amazonaws.com' },
    'deploy/run-7 through cloudformation.amazonaws.com',
  ],
  ['the console', { type: 'IAMUser', userName: 'Alice', invokedBy: 'AWS Internal' }, 'Alice'],
  ['root', { type: 'Root', arn: 'arn:aws:iam::1:root', userName: 'my-alias' }, 'root'],
  ['a service', { type: 'AWSService', invokedBy: 'autoscaling.amazonaws.com' }, 'autoscaling.amazonaws.com'],
  ['a federated user', { type: 'FederatedUser', arn: 'arn:aws:sts::1:federated-user/Bob' }, 'Bob'],
  ['a user of the web', { type: 'WebIdentityUser', userName: 'bob@example.com' }, 'bob@example.com'],
  ['another account', { type: 'AWSAccount', accountId: '222233334444' }, 'account 222233334444'],
  ['an ARN that is none', { arn: 'nothing', accountId: '1' }, 'account 1'],
  ['nobody', {}, 'somebody unnamed'],
])('names %s', (_, identity, expected) => {
  expect(principalOf(identity)).toBe(expected);
});
