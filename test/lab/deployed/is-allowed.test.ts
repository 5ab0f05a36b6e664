import { expect, it } from 'vitest';
import { isAllowed, type Statement } from '../../../lab/deployed/is-allowed.ts';

const ARN = 'arn:aws:sns:eu-west-1:111122223333:topic';

function statement(changes: Partial<Statement> = {}): Statement {
  return { effect: 'Allow', actions: ['sns:Publish'], resources: [ARN], underConditions: false, ...changes };
}

const SITUATIONS: readonly [string, readonly Statement[], boolean][] = [
  ['nothing is said', [], false],
  ['it is allowed', [statement()], true],
  ['another action is', [statement({ actions: ['sns:Subscribe'] })], false],
  ['it is allowed on another resource', [statement({ resources: [`${ARN}-2`] })], false],
  ['names of actions may be written otherwise', [statement({ actions: ['SNS:publish'] })], true],
  ['wildcards', [statement({ actions: ['sns:Pub*'], resources: ['arn:aws:sns:*:topi?'] })], true],
  ['a dot is no wildcard', [statement({ resources: [ARN.replace('-', '.')] })], false],
  ['it is denied besides', [statement(), statement({ effect: 'Deny', resources: ['*'] })], false],
  ['another is denied besides', [statement(), statement({ effect: 'Deny', actions: ['sns:Subscribe'] })], true],
  ['it is allowed under conditions that nobody reads', [statement({ underConditions: true })], false],
  ['it is denied under such', [statement(), statement({ effect: 'Deny', underConditions: true })], false],
];

it.each(SITUATIONS)('%s', (_, statements, expected) => {
  expect(isAllowed(statements, 'sns:Publish', ARN)).toBe(expected);
});

it('wants all resources where a call names none', () => {
  expect(isAllowed([statement({ resources: ['*'] })], 'sns:Publish', '*')).toBe(true);
  expect(isAllowed([statement()], 'sns:Publish', '*')).toBe(false);
});
