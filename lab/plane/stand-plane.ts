import type { PlaneMode } from '../faults/lab-fault.ts';
import type { World } from '../world/world.ts';
import type { CodeOf } from './function-pool.ts';
import { loopbackPlane } from './loopback-plane.ts';
import { makeNamespace } from './namespace.ts';
import { namespacesPlane } from './namespaces-plane.ts';
import type { Plane } from './plane.ts';

/** Needs nftables, connection tracking and address translation. */
const FILTER = `table ip try {
chain target {
meta l4proto tcp dnat to 192.0.2.1:80
}
chain listeners {
type nat hook prerouting priority dstnat
tcp dport 80 jhash ip saddr . tcp sport mod 1 vmap { 0 : goto target }
}
chain forward {
type filter hook forward priority 0
ct state new accept
}
}
`;

/** A plane that stands, and why it is not the better one, if it is not. */
export type Standing = { readonly plane: Plane; readonly instead: string | null };

/**
 * Stands up the world's data plane: in namespaces where the machine permits, on loopback where not (or where asked).
 * Rejects when namespaces were asked for and cannot be had.
 */
export async function standPlane(world: World, codeOf: CodeOf, wanted: PlaneMode | 'best'): Promise<Standing> {
  if (wanted === 'loopback') return { plane: await loopbackPlane(world, codeOf), instead: null };
  const obstacle = await obstacleToNamespaces();
  if (obstacle === null) return { plane: await namespacesPlane(world, codeOf), instead: null };
  if (wanted === 'namespaces') throw new Error(`the lab cannot use network namespaces here: ${obstacle}`);
  return { plane: await loopbackPlane(world, codeOf), instead: obstacle };
}

/** Why this machine cannot have namespaces with a packet filter, as a phrase; null: it can. Tried, not guessed. */
export async function obstacleToNamespaces(): Promise<string | null> {
  if (process.platform !== 'linux') return `${process.platform} has none`;
  let fabric: Awaited<ReturnType<typeof makeNamespace>> | undefined;
  let host: typeof fabric;
  try {
    fabric = await makeNamespace();
    host = await makeNamespace(fabric);
    await fabric.run(
      ['ip', 'link', 'add', 'v0', 'type', 'veth', 'peer', 'name', 'eth0', 'netns', String(host.pid)],
      '',
    );
    await fabric.run(['sysctl', '-q', '-w', 'net.ipv4.ip_forward=1'], '');
    await fabric.run(['nft', '-f', '-'], FILTER);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await host?.close();
    await fabric?.close();
  }
}
