import { balancerNamed } from '../world/balancer-named.ts';
import type { LabFault } from './lab-fault.ts';

/** The load balancer serves, and could not grow. */
export const labFault: LabFault = {
  code: 'load-balancer-not-active',
  breaks: 'Containers use up nearly all addresses of the subnet edge-b, so that shop-web can no longer grow there.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => balancerNamed(world, 'shop-web'),
  change: (world) => {
    const reason = 'There are not enough free addresses in the subnets of the load balancer to scale';
    return {
      ...world,
      subnets: world.subnets.map((one) => (one.name === 'edge-b' ? { ...one, availableAddresses: 3 } : one)),
      loadBalancers: world.loadBalancers.map((one) =>
        one.name === 'shop-web' ? { ...one, state: 'active_impaired', stateReason: reason } : one,
      ),
    };
  },
};
