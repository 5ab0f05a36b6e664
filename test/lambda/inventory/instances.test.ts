import { expect, it } from 'vitest';
import { instances } from '../../../lambda/inventory/instances.ts';

const INSTANCE = {
  InstanceId: 'i-1',
  State: { Name: 'running' },
  VpcId: 'vpc-1',
  SubnetId: 'subnet-1',
  PrivateIpAddress: '10.0.0.5',
  Tags: [{ Key: 'Name', Value: 'web-a' }],
};

it.each<{ situation: string; raw: object; noun: object }>([
  {
    situation: 'running',
    raw: INSTANCE,
    noun: {
      id: 'i-1',
      name: 'web-a',
      state: 'running',
      vpcId: 'vpc-1',
      subnetId: 'subnet-1',
      primaryAddress: '10.0.0.5',
    },
  },
  {
    situation: 'terminated',
    raw: { InstanceId: 'i-1', State: { Name: 'terminated' } },
    noun: { id: 'i-1', name: null, state: 'terminated', vpcId: null, subnetId: null, primaryAddress: null },
  },
])('$situation', ({ raw, noun }) => {
  expect(instances.noun(raw)).toMatchObject(noun);
});

it.each<{ said: string; raw: object }>([{ said: 'State.Name is missing', raw: { ...INSTANCE, State: undefined } }])(
  'is malformed: $said',
  ({ said, raw }) => {
    expect(() => instances.noun(raw)).toThrow(expect.objectContaining({ name: 'MalformedAnswer', message: said }));
  },
);
