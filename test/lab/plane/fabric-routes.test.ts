import { describe, expect, it } from 'vitest';
import { fabricRoutes } from '../../../lab/plane/fabric-routes.ts';
import { addressNamed } from '../../../lab/world/address-named.ts';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import { routeTableOf } from '../../../lab/world/route-table-of.ts';
import { subnetNamed } from '../../../lab/world/subnet-named.ts';
import { withBlackhole } from '../../../lab/world/with-blackhole.ts';
import type { World } from '../../../lab/world/world.ts';

const HEALTHY = healthyWorld(7, 'fast');
const EDGE = routeTableOf(HEALTHY, 'edge-a');

/** The machines that the table leads to, by name. */
function delivered(world: World, tableId: string): readonly (string | null)[] {
  const devices = new Map(world.networkInterfaces.map((one, index) => [one.id, `v${index}`]));
  const number = 100 + world.routeTables.findIndex(({ id }) => id === tableId);
  const lines = fabricRoutes(world, devices).split('\n');
  return world.instances
    .filter(({ name }) => lines.some((line) => isDelivery(line, addressNamed(world, name ?? ''), number)))
    .map(({ name }) => name);
}

function isDelivery(line: string, address: string, table: number): boolean {
  return line.startsWith(`route replace ${address} dev v`) && line.endsWith(` table ${table}`);
}

describe('a table of the fabric', () => {
  const all = HEALTHY.instances.map(({ name }) => name);
  const outside = (zone: string) => all.filter((name) => !name?.endsWith(zone));
  const blackhole = (destination: string) => withBlackhole(HEALTHY, EDGE.id, destination);
  const appB = subnetNamed(HEALTHY, 'app-b').cidr;
  const replaced = (world: World, target: string): World => ({
    ...world,
    routeTables: world.routeTables.map((table) => ({
      ...table,
      routes: table.routes.map((route) => (route.target === 'local' ? { ...route, target } : route)),
    })),
  });

  it.each<readonly [string, World, readonly (string | null)[]]>([
    ['leads to all of its VPC', HEALTHY, all],
    ['does not lead where a more specific route is dead', blackhole(appB), outside('b')],
    [
      'does not lead to a single dead address',
      blackhole(`${addressNamed(HEALTHY, 'web-a')}/32`),
      all.filter((name) => name !== 'web-a'),
    ],
    ['leads on where a less specific route is dead', blackhole('10.0.0.0/8'), all],
    ['leads nowhere without a local route', replaced(HEALTHY, 'eni-1'), []],
    [
      'does not lead to a host that is gone',
      { ...HEALTHY, hosts: HEALTHY.hosts.map((host, index) => ({ ...host, up: index > 0 })) },
      all.slice(1),
    ],
  ])('%s', (_, world, names) => {
    expect(delivered(world, EDGE.id)).toEqual(names);
  });

  it('leaves the other tables alone', () => {
    expect(delivered(blackhole(appB), routeTableOf(HEALTHY, 'app-a').id)).toEqual(all);
  });
});
