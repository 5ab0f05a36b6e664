import type { Target } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import { changeWorld } from '../change-world.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Operation } from '../operation.ts';
import { askedGroup } from './asked-group.ts';
import { homeSubnet } from './home-subnet.ts';
import { refuseUnfit } from './refuse-unfit.ts';
import { requiredTargets } from './required-targets.ts';
import { targetKey } from './target-key.ts';

/** `RegisterTargets`: all of the request or none. One that is registered already stays; one that drains is back. */
export const registerTargets: Operation = {
  action: 'elasticloadbalancing:RegisterTargets',
  resource: (input) => textOf(input, 'TargetGroupArn') ?? '*',
  run: async (input, { world, sources }) => {
    const group = askedGroup(input, world);
    const asked = requiredTargets(input);
    refuseUnfit(asked, group, world);
    await changeWorld(sources, withTargets(world, group, asked));
    return {};
  },
};

function withTargets(world: World, group: World['targetGroups'][number], asked: readonly Target[]): World {
  const { registrations, draining } = world;
  const keyOf = (target: Target) => targetKey(target, group);
  const present = registrations[group.arn] ?? [];
  const keys = new Set(asked.map(keyOf));
  const known = new Set(present.map(keyOf));
  const added = asked.filter((target, index) => {
    const first = asked.findIndex((one) => keyOf(one) === keyOf(target)) === index;
    return first && !known.has(keyOf(target));
  });
  const left = (draining[group.arn] ?? []).filter((target) => !keys.has(keyOf(target)));
  return {
    ...world,
    registrations: { ...registrations, [group.arn]: [...present, ...added.map((one) => placed(one, group, world))] },
    draining: { ...draining, [group.arn]: left },
  };
}

/** The API tells every target's port, and the zone of an address that lies in a subnet. */
function placed({ id, port, zone }: Target, group: World['targetGroups'][number], world: World): Target {
  const home = group.targetType === 'ip' ? homeSubnet(id, group.vpcId, world) : undefined;
  return { id, port: port ?? group.port, zone: zone ?? home?.zone ?? null };
}
