import {
  DeregisterTargetsCommand,
  DescribeTargetHealthCommand,
  RegisterTargetsCommand,
  type TargetDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, it } from 'vitest';
import type { World } from '../../../lab/world/world.ts';
import { arns } from './arns.ts';
import { changingEndpoint } from './changing-endpoint.ts';
import { smallWorld } from './small-world.ts';

const register = (...Targets: TargetDescription[]) =>
  new RegisterTargetsCommand({ TargetGroupArn: arns.idle, Targets });
const deregister = (...Targets: TargetDescription[]) =>
  new DeregisterTargetsCommand({ TargetGroupArn: arns.web, Targets });
const ofAddresses: Partial<World> = {
  targetGroups: smallWorld().targetGroups.map((one) => (one.arn === arns.idle ? { ...one, targetType: 'ip' } : one)),
};

describe('targets', () => {
  it('are registered once, under the group’s own port where they are given none', async () => {
    const { elb, world, applied } = await changingEndpoint();
    await elb.send(register({ Id: 'i-web' }, { Id: 'i-web', Port: 9000 }, { Id: 'i-web', Port: 9001 }));
    await elb.send(register({ Id: 'i-web', Port: 9000 }));
    expect(applied).toHaveLength(2);
    expect(world().registrations[arns.idle]).toEqual([
      { id: 'i-web', port: 9000, zone: null },
      { id: 'i-web', port: 9001, zone: null },
    ]);
    expect(world().registrations[arns.web]).toEqual(smallWorld().registrations[arns.web]);
    const health = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn: arns.idle }));
    expect(health.TargetHealthDescriptions?.map((line) => line.TargetHealth?.State)).toEqual(['initial', 'initial']);
  });

  it('that are addresses have the zone of their subnet, or the one that they are given outside the VPC', async () => {
    const { elb, world } = await changingEndpoint(ofAddresses);
    await elb.send(register({ Id: '10.0.1.99' }, { Id: '192.168.0.9', AvailabilityZone: 'all' }));
    expect(world().registrations[arns.idle]?.map(({ zone }) => zone)).toEqual(['eu-west-1b', 'all']);
  });

  it('drain when they are deregistered, and are back when they are registered again', async () => {
    const { elb, world } = await changingEndpoint();
    await elb.send(deregister({ Id: 'i-web', Port: 8081 }, { Id: 'i-web', Port: 1 }, { Id: 'i-never' }));
    const left = { id: 'i-web', port: 8081, zone: 'eu-west-1a' };
    expect(world().draining[arns.web]).toEqual([left]);
    expect(world().registrations[arns.web]).not.toContainEqual(left);
    await elb.send(new RegisterTargetsCommand({ TargetGroupArn: arns.web, Targets: [{ Id: 'i-web', Port: 8081 }] }));
    expect(world().draining[arns.web]).toEqual([]);
    expect(world().registrations[arns.web]?.at(-1)).toMatchObject({ id: 'i-web', port: 8081 });
  });

  it.each<[RegisterTargetsCommand | DeregisterTargetsCommand, Partial<World>, string, string | RegExp]>([
    [register(), {}, 'ValidationError', /'targets'/],
    [register({ Id: '' }), {}, 'ValidationError', /'id'/],
    [register({ Id: 'i-web', Port: 65_536 }), {}, 'ValidationError', /65536/],
    [register({ Id: '10.0.0.10' }), {}, 'ValidationError', "Instance ID '10.0.0.10' is not valid"],
    [
      register({ Id: 'i-web' }, { Id: 'i-gone' }),
      {},
      'InvalidTargetException',
      "The following targets are not in a running state and cannot be registered: 'i-gone'",
    ],
    [register({ Id: 'i-0' }), {}, 'InvalidTargetException', "The following instances do not exist: 'i-0'"],
    [register({ Id: 'web' }), ofAddresses, 'ValidationError', "The IP address 'web' is not a valid ipv4 address"],
    [
      register({ Id: '192.168.0.9' }),
      ofAddresses,
      'ValidationError',
      "The Availability Zone is required for IP address '192.168.0.9' because it is not in the VPC",
    ],
    [
      register({ Id: '10.0.1.99', AvailabilityZone: 'all' }),
      ofAddresses,
      'ValidationError',
      /cannot have its Availability Zone overridden to 'all' from 'eu-west-1b'/,
    ],
    [
      new DeregisterTargetsCommand({ TargetGroupArn: `${arns.idle}0`, Targets: [{ Id: 'i-web' }] }),
      {},
      'TargetGroupNotFoundException',
      'One or more target groups not found',
    ],
    [
      register({ Id: 'i-web' }),
      { forbidden: ['elasticloadbalancing:RegisterTargets'] },
      'AccessDenied',
      new RegExp(`on resource: ${arns.idle} because`),
    ],
  ])('refused: %#', async (command, changes, name, message) => {
    const { elb, applied } = await changingEndpoint(changes);
    const sent = command instanceof RegisterTargetsCommand ? elb.send(command) : elb.send(command);
    await expect(sent).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
    expect(applied).toEqual([]);
  });
});
