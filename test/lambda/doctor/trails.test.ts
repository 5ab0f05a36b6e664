import type { GetEventSelectorsResponse } from '@aws-sdk/client-cloudtrail';
import { describe, expect, it } from 'vitest';
import { judgeTrails } from '../../../lambda/doctor/judge-trails.ts';
import type { Trail } from '../../../lambda/doctor/trail.ts';
import { trailSelectors } from '../../../lambda/doctor/trail-selectors.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';

const MANAGEMENT = { Field: 'eventCategory', Equals: ['Management'] };
const BOTH = ['ec2', 'elasticloadbalancing'];

describe('selectors', () => {
  it.each<[string, GetEventSelectorsResponse, object]>([
    ['basic, by default', { EventSelectors: [{}] }, { management: true, writes: true, sources: BOTH }],
    ['reads alone', { EventSelectors: [{ ReadWriteType: 'ReadOnly' }] }, { writes: false }],
    ['data alone', { EventSelectors: [{ IncludeManagementEvents: false }] }, { management: false }],
    ['without KMS', { EventSelectors: [{ ExcludeManagementEventSources: ['kms.amazonaws.com'] }] }, { sources: BOTH }],
    [
      'without EC2',
      { EventSelectors: [{ ExcludeManagementEventSources: ['ec2.amazonaws.com'] }] },
      { sources: ['elasticloadbalancing'] },
    ],
    [
      'advanced',
      { AdvancedEventSelectors: [{ FieldSelectors: [MANAGEMENT] }] },
      { management: true, writes: true, sources: BOTH },
    ],
    [
      'advanced, writes',
      { AdvancedEventSelectors: [{ FieldSelectors: [MANAGEMENT, { Field: 'readOnly', Equals: ['false'] }] }] },
      { writes: true },
    ],
    [
      'advanced, reads',
      { AdvancedEventSelectors: [{ FieldSelectors: [MANAGEMENT, { Field: 'readOnly', Equals: ['true'] }] }] },
      { writes: false },
    ],
    [
      'advanced, data',
      { AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Data'] }] }] },
      { management: false },
    ],
    [
      'advanced, without some sources',
      {
        AdvancedEventSelectors: [
          {
            FieldSelectors: [
              MANAGEMENT,
              { Field: 'eventSource', NotEquals: ['kms.amazonaws.com', 'ec2.amazonaws.com'] },
            ],
          },
        ],
      },
      { sources: ['elasticloadbalancing'] },
    ],
    [
      'advanced, by the beginning of the source',
      { AdvancedEventSelectors: [{ FieldSelectors: [MANAGEMENT, { Field: 'eventSource', StartsWith: ['ec2'] }] }] },
      { sources: ['ec2'] },
    ],
  ])('%s', (_, answer, expected) => {
    expect(trailSelectors(answer)).toMatchObject([expected]);
  });
});

const GOOD: Trail = {
  name: 'all',
  isLogging: known(true),
  selectors: known([{ management: true, writes: true, sources: ['ec2', 'elasticloadbalancing'] }]),
};
const STOPPED: Trail = { ...GOOD, name: 'stopped', isLogging: known(false) };
const READS: Trail = {
  ...GOOD,
  name: 'reads',
  selectors: known([{ management: true, writes: false, sources: ['ec2'] }]),
};
const DARK: Trail = {
  ...GOOD,
  name: 'dark',
  isLogging: unknown('forbidden', 'no', 'cloudtrail:GetTrailStatus'),
};

describe('a trail for changes', () => {
  it.each<[string, readonly Trail[], string, RegExp]>([
    ['is there', [STOPPED, GOOD], 'ok', /^all logs changes in eu-west-1/],
    ['is not there at all', [], 'missing', /No trail covers eu-west-1/],
    ['is stopped, or takes reads alone', [STOPPED, READS], 'missing', /stopped is stopped; reads does not take/],
    ['may be there', [STOPPED, DARK], 'unknown', /no/],
    ['is there whatever else is not known', [DARK, GOOD], 'ok', /all logs/],
  ])('%s', (_, trails, state, says) => {
    const line = judgeTrails(known(trails), 'eu-west-1');
    expect(line.state).toBe(state);
    expect(line.says).toMatch(says);
  });

  it('is not known where nobody may look', () => {
    const line = judgeTrails(unknown('forbidden', 'no', 'cloudtrail:DescribeTrails'), 'eu-west-1');
    expect(line).toMatchObject({ state: 'unknown', todo: expect.stringContaining('cloudtrail:DescribeTrails') });
  });
});
