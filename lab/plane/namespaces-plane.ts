import type { NetworkInterface } from '../../lambda/model/inventory.ts';
import type { CheckedMessage } from '../processes/messages.ts';
import type { Host, ProberFunction, World } from '../world/world.ts';
import { checksOf } from './checks-of.ts';
import type { Child } from './child.ts';
import { fabricRoutes } from './fabric-routes.ts';
import { type Devices, fabricRules } from './fabric-rules.ts';
import { forwarding } from './forwarding.ts';
import { type CodeOf, functionPool } from './function-pool.ts';
import { healthBoard } from './health-board.ts';
import { isNetworkNode } from './is-network-node.ts';
import { isNode } from './is-node.ts';
import { isProber } from './is-prober.ts';
import { makeNamespace, type Namespace } from './namespace.ts';
import type { Plane } from './plane.ts';
import { startProcess } from './start-process.ts';

type Place = { readonly device: string; readonly namespace: Namespace };

/** The routers' own address, the same on each of their devices: every interface's next hop. */
const ROUTER = '169.254.1.1';

/**
 * For a node that forwards, instead of `ip -batch -`. It sends on by the way that it received, and must not tell clients of a
 * shorter one. To turn forwarding on resets the other settings.
 */
const SETTINGS = ['ip_forward=1', 'conf.all.send_redirects=0', 'conf.eth0.send_redirects=0'];
const FORWARDING = ['sh', '-c', `ip -batch - && sysctl -q -w ${SETTINGS.map((each) => `net.ipv4.${each}`).join(' ')}`];

/**
 * The data plane in the kernel: a namespace for every interface, and one for the VPC's routers (the fabric), which
 * alone filters and routes. Rejects when the machine does not permit it; then nothing is left behind.
 */
export async function namespacesPlane(first: World, codeOf: CodeOf): Promise<Plane> {
  let world = first;
  let routes = '';
  const board = healthBoard(() => world);
  const places = new Map<string, Place>();
  const processes = new Map<string, Child>();
  const fabric = await makeNamespace();
  const forwards = forwarding(
    () => world,
    board.health,
    (id) => places.get(id)?.namespace,
  );
  const functions = functionPool(codeOf, (prober) => ({ enter: placeOf(prober).namespace.enter, book: null }));

  const plane: Plane = {
    mode: 'namespaces',
    apply,
    health: board.health,
    invoke: (name, event) => functions.invoke(world, name, event),
    enter: (interfaceId) => places.get(interfaceId)?.namespace.enter ?? null,
    close: async () => {
      await functions.close();
      await forwards.close();
      await Promise.all([...processes.values()].map((child) => child.stop()));
      await Promise.all([...places.values()].map((place) => place.namespace.close()));
      await fabric.close();
    },
  };
  try {
    await build();
  } catch (error) {
    await plane.close();
    throw error;
  }
  return plane;

  async function build(): Promise<void> {
    const made = await Promise.all(world.networkInterfaces.map(() => makeNamespace(fabric)));
    world.networkInterfaces.forEach((one, index) => {
      const namespace = made[index];
      if (namespace !== undefined) places.set(one.id, { device: `v${index}`, namespace });
    });
    await fabric.run(['ip', '-batch', '-'], [...places.values()].flatMap(linkUp).join('\n'));
    const settings = ['net.ipv4.ip_forward', 'net.ipv4.conf.all.rp_filter=0', 'net.ipv4.conf.default.rp_filter=0'];
    await fabric.run(['sysctl', '-q', '-w', `${settings[0]}=1`, ...settings.slice(1)], '');
    const started = world.networkInterfaces.map(async (one) => {
      const { namespace } = places.get(one.id) ?? never(one.id);
      await namespace.run(isNetworkNode(one) ? FORWARDING : ['ip', '-batch', '-'], guestNetwork(one));
      if (!isProber(one)) processes.set(one.id, await startProcess(one, namespace.enter, observed));
    });
    await Promise.all(started);
    await apply(world);
  }

  function observed(node: string, checked: CheckedMessage): void {
    board.record(node, checked);
    // What could not be followed now is tried again, and told of, when the next world is applied.
    forwards.follow().catch(() => {});
  }

  async function apply(next: World): Promise<void> {
    world = next;
    const devices: Devices = new Map([...places].map(([id, place]) => [id, place.device]));
    // Routes are emptied and filled again, which loses packets under way: only where they really change.
    const script = fabricRoutes(world, devices);
    if (script !== routes) await fabric.run(['ip', '-batch', '-'], script);
    routes = script;
    await fabric.run(['nft', '-f', '-'], fabricRules(world, devices));
    await Promise.all([forwards.follow(), ...world.hosts.map(listen)]);
    await Promise.all(world.networkInterfaces.filter(isNode).map(check));
  }

  async function listen(host: Host): Promise<void> {
    const listening = host.up ? host.processes : [];
    await processes.get(host.interfaceId)?.request({ processes: listening, anyPort: false });
  }

  async function check(node: NetworkInterface): Promise<void> {
    const checks = checksOf(world, node, (address, port) => ({ host: address, port }));
    await processes.get(node.id)?.request({ checks });
  }

  function placeOf({ interfaceId }: ProberFunction): Place {
    return places.get(interfaceId) ?? never(interfaceId);
  }
}

function linkUp({ device, namespace }: Place): string[] {
  return [
    `link add ${device} type veth peer name eth0 netns ${namespace.pid}`,
    `addr add ${ROUTER}/32 dev ${device}`,
    `link set ${device} up`,
  ];
}

function guestNetwork(one: NetworkInterface): string {
  return [
    'link set lo up',
    ...one.addresses.map((each) => `addr add ${each.address}/32 dev eth0`),
    'link set eth0 up',
    `route add ${ROUTER} dev eth0`,
    `route add default via ${ROUTER}`,
  ].join('\n');
}

function never(id: string): never {
  throw new Error(`${id} has no place in this world`);
}
