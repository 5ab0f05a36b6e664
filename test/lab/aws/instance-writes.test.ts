import { type EC2Client, StartInstancesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import type { World } from '../../../lab/world/world.ts';
import { changingEndpoint } from './changing-endpoint.ts';
import { smallWorld } from './small-world.ts';

const start = (ec2: EC2Client, ...InstanceIds: string[]) => ec2.send(new StartInstancesCommand({ InstanceIds }));
const PENDING = { Code: 0, Name: 'pending' };
const RUNNING = { Code: 16, Name: 'running' };
const STOPPED = { Code: 80, Name: 'stopped' };

describe('instances that are started', () => {
  it('run, and their hosts are up', async () => {
    const { ec2, world, applied } = await changingEndpoint(webIs('stopped'));
    const { StartingInstances } = await start(ec2, 'i-web');
    expect(StartingInstances).toEqual([{ InstanceId: 'i-web', CurrentState: PENDING, PreviousState: STOPPED }]);
    expect(applied).toEqual([world()]);
    expect(world()).toMatchObject(webIs('running'));
  });

  it('stay as they are where they run already', async () => {
    const { ec2, world } = await changingEndpoint(webIs('running'));
    const { StartingInstances } = await start(ec2, 'i-web');
    expect(StartingInstances).toEqual([{ InstanceId: 'i-web', CurrentState: RUNNING, PreviousState: RUNNING }]);
    expect(world()).toEqual(smallWorld(webIs('running')));
  });

  it.each<[string[], string, string | RegExp]>([
    [['i-web', 'i-0'], 'InvalidInstanceID.NotFound', "The instance ID 'i-0' does not exist"],
    [['i-web', 'i-gone'], 'IncorrectInstanceState', /'i-gone' is not in a state from which it can be started/],
    [[], 'MissingParameter', /InstanceId/],
  ])('refused, and none of them started: %j %s', async (ids, name, message) => {
    const { ec2, applied } = await changingEndpoint(webIs('stopped'));
    await expect(start(ec2, ...ids)).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
    expect(applied).toEqual([]);
  });
});

function webIs(state: 'running' | 'stopped'): Pick<World, 'instances' | 'instanceStatuses' | 'hosts'> {
  const up = state === 'running';
  return {
    instances: smallWorld().instances.map((one) => (one.id === 'i-web' ? { ...one, state } : one)),
    instanceStatuses: up ? [{ instanceId: 'i-web', system: 'ok', instance: 'ok' }] : [],
    hosts: [{ instanceId: 'i-web', interfaceId: 'eni-web', up, processes: [] }],
  };
}
