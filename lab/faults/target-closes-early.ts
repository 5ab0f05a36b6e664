import { addressNamed } from '../world/address-named.ts';
import { instanceNamed } from '../world/instance-named.ts';
import type { LabFault } from './lab-fault.ts';

/** The handshake succeeds, so that a health check over TCP stays green; then the server hangs up. */
export const labFault: LabFault = {
  code: 'target-closes-early',
  breaks: 'The order server on orders-a is at its limit of clients: it accepts and hangs up without a word.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => addressNamed(world, 'orders-a'),
  change: (world) => {
    const full = instanceNamed(world, 'orders-a');
    const hosts = world.hosts.map((host) => {
      if (host.instanceId !== full) return host;
      return { ...host, processes: host.processes.map((one) => ({ ...one, behaviour: 'close' as const })) };
    });
    return { ...world, hosts };
  },
};
