import { addressNamed } from '../world/address-named.ts';
import { instanceNamed } from '../world/instance-named.ts';
import type { LabFault } from './lab-fault.ts';

/** The handshake succeeds, so that a health check over TCP stays green; then the connection is reset. */
export const labFault: LabFault = {
  code: 'target-resets-connections',
  breaks: 'A new release of the order server on orders-b accepts every connection and resets it at once.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => addressNamed(world, 'orders-b'),
  change: (world) => {
    const faulty = instanceNamed(world, 'orders-b');
    const hosts = world.hosts.map((host) => {
      if (host.instanceId !== faulty) return host;
      return { ...host, processes: host.processes.map((one) => ({ ...one, behaviour: 'reset' as const })) };
    });
    return { ...world, hosts };
  },
};
