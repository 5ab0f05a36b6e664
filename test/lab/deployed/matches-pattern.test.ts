import { expect, it } from 'vitest';
import { type EventPattern, matchesPattern } from '../../../lab/deployed/matches-pattern.ts';

const EVENT = {
  source: 'aws.ec2',
  resources: ['arn:one', 'arn:two'],
  detail: { eventName: 'CreateRoute', state: { code: 7 } },
};

const SITUATIONS: readonly [string, EventPattern, boolean][] = [
  ['nothing is asked for', {}, true],
  ['one of several values is there', { source: ['aws.ecs', 'aws.ec2'] }, true],
  ['none of them is', { source: ['aws.ecs'] }, false],
  ['one of two fields is wrong', { source: ['aws.ec2'], detail: { eventName: ['DeleteRoute'] } }, false],
  ['a field deep inside is right', { detail: { state: { code: [7] } } }, true],
  ['a number is not its text', { detail: { state: { code: ['7'] } } }, false],
  ['a list holds it', { resources: ['arn:two'] }, true],
  ['what is asked for is not in the event', { detail: { reason: { text: ['x'] } } }, false],
  ['it is absent, as it should be', { detail: { errorCode: [{ exists: false }] } }, true],
  ['it is there, and should not be', { detail: { eventName: [{ exists: false }] } }, false],
  ['it is absent, and should be there', { detail: { errorCode: [{ exists: true }] } }, false],
  ['it begins so', { detail: { eventName: [{ prefix: 'Create' }] } }, true],
  ['it ends otherwise', { detail: { eventName: [{ suffix: 'Routes' }] } }, false],
  ['it is anything else', { source: [{ 'anything-but': ['aws.ecs'] }] }, true],
  ['it is that very one', { source: [{ 'anything-but': 'aws.ec2' }] }, false],
  ['it begins as it should not', { source: [{ 'anything-but': { prefix: 'aws.' } }] }, false],
  ['what is absent is not anything else', { region: [{ 'anything-but': ['x'] }] }, false],
];

it.each(SITUATIONS)('%s', (_, pattern, expected) => {
  expect(matchesPattern(pattern, EVENT)).toBe(expected);
});

it('refuses a comparison that it does not know', () => {
  expect(() => matchesPattern({ source: [{ cidr: '10.0.0.0/8' }] }, EVENT)).toThrow(
    'cannot match {"cidr":"10.0.0.0/8"}',
  );
});
