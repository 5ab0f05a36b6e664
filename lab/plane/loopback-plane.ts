import type { NetworkInterface } from '../../lambda/model/inventory.ts';
import type { AddressBook, Dialled, ListeningAnswer } from '../processes/messages.ts';
import type { Host, ProberFunction, World } from '../world/world.ts';
import { checksOf } from './checks-of.ts';
import type { Child } from './child.ts';
import { type CodeOf, functionPool } from './function-pool.ts';
import { healthBoard } from './health-board.ts';
import { isNode } from './is-node.ts';
import { isProber } from './is-prober.ts';
import type { Plane } from './plane.ts';
import { isDropped } from './simulated-drop.ts';
import { startProcess } from './start-process.ts';

/** Nobody listens on tcpmux, and nobody is given it: a connection to it is refused. */
const CLOSED = { host: '127.0.0.1', port: 1 } as const;

/**
 * The data plane where the machine has no namespaces (macOS, no nftables): every address of the world is a port on
 * 127.0.0.1. Processes, refusals, resets and health checks are real; only the silent drop is simulated, by connections that
 * never complete. Source addresses, routes and the kernel's own filter are not there.
 */
export async function loopbackPlane(first: World, codeOf: CodeOf): Promise<Plane> {
  let world = first;
  const board = healthBoard(() => world);
  const children = new Map<string, Child>();
  /** By instance id: declared port to the real one. */
  const served = new Map<string, Readonly<Record<string, number>>>();
  const functions = functionPool(codeOf, (prober) => ({ enter: [], book: bookOf(prober) }));

  const started = world.networkInterfaces
    .filter((one) => !isProber(one))
    .map(async (one) => {
      children.set(one.id, await startProcess(one, [], board.record));
    });
  await Promise.all(started);
  await apply(world);
  return {
    mode: 'loopback',
    apply,
    health: board.health,
    invoke: (name, event) => functions.invoke(world, name, event),
    enter: () => null,
    close: async () => {
      await functions.close();
      await Promise.all([...children.values()].map((child) => child.stop()));
    },
  };

  async function apply(next: World): Promise<void> {
    world = next;
    await Promise.all(world.hosts.map(listen));
    await Promise.all(world.networkInterfaces.filter(isNode).map(check));
  }

  async function listen(host: Host): Promise<void> {
    const message = { processes: host.up ? host.processes : [], anyPort: true };
    const answer = await children.get(host.interfaceId)?.request<ListeningAnswer>(message);
    if (answer !== undefined) served.set(host.interfaceId, answer.ports);
  }

  async function check(node: NetworkInterface): Promise<void> {
    const checks = checksOf(world, node, (address, port) => dialled(node, address, port));
    await children.get(node.id)?.request({ checks });
  }

  function dialled(source: NetworkInterface, address: string, port: number): Dialled {
    const target = world.networkInterfaces.find((one) => one.addresses.some((each) => each.address === address));
    if (target === undefined || isDropped(world, source, target, port)) return 'drop';
    const host = world.hosts.find((one) => one.interfaceId === target.id);
    const declared = host?.processes.find((one) => one.port === port);
    const real = served.get(target.id)?.[port];
    return declared?.bind === 'any' && real !== undefined ? { host: '127.0.0.1', port: real } : CLOSED;
  }

  /** Every address and port that a function could be asked to dial. */
  function bookOf({ interfaceId }: ProberFunction): AddressBook {
    const own = world.networkInterfaces.find((one) => one.id === interfaceId);
    if (own === undefined) return {};
    const ports = portsOf(world);
    const addresses = world.networkInterfaces.flatMap((one) => one.addresses.map((each) => each.address));
    const pairs = addresses.flatMap((address) => ports.map((port) => [address, port] as const));
    return Object.fromEntries(pairs.map(([address, port]) => [`${address}:${port}`, dialled(own, address, port)]));
  }
}

function portsOf(world: World): number[] {
  const registered = Object.values(world.registrations).flatMap((targets) => targets.map((target) => target.port));
  const checked = world.targetGroups.flatMap((group) => [group.port, Number(group.healthCheck.port)]);
  const listening = world.hosts.flatMap((host) => host.processes.map((one) => one.port));
  return [...new Set([...registered, ...checked, ...listening])].filter(
    (port): port is number => port !== null && port > 0,
  );
}
