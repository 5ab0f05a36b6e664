import { expect, it } from 'vitest';
import { targetHealth } from '../../../lambda/inventory/target-health.ts';

const UNHEALTHY = { State: 'unhealthy', Reason: 'Target.Timeout', Description: 'Request timed out' };

it.each<{ situation: string; raw: object; noun: object }>([
  {
    situation: 'an unhealthy target',
    raw: { Target: { Id: 'i-1', Port: 80, AvailabilityZone: 'all' }, HealthCheckPort: '80', TargetHealth: UNHEALTHY },
    noun: {
      target: { id: 'i-1', port: 80, zone: 'all' },
      healthCheckPort: '80',
      state: 'unhealthy',
      reason: 'Target.Timeout',
      description: 'Request timed out',
    },
  },
  {
    situation: 'a healthy function',
    raw: { Target: { Id: 'arn:f' }, TargetHealth: { State: 'healthy' } },
    noun: { target: { id: 'arn:f', port: null, zone: null }, healthCheckPort: null, reason: null, description: null },
  },
])('$situation', ({ raw, noun }) => {
  expect(targetHealth.noun(raw)).toMatchObject(noun);
});

it.each<{ said: string; raw: object }>([
  { said: 'TargetHealth.State is missing', raw: { Target: { Id: 'i-1' } } },
  { said: 'Target.Id is missing', raw: { TargetHealth: UNHEALTHY } },
])('is malformed: $said', ({ said, raw }) => {
  expect(() => targetHealth.noun(raw)).toThrow(expect.objectContaining({ name: 'MalformedAnswer', message: said }));
});
