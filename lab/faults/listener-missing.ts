import { balancerNamed } from '../world/balancer-named.ts';
import { withRule } from '../world/with-rule.ts';
import type { LabFault } from './lab-fault.ts';

/** Clients are sent on to a port on which nobody listens. */
export const labFault: LabFault = {
  code: 'listener-missing',
  breaks: 'A new rule of shop-web sends /login to HTTPS; the listener on port 443 is still to be created.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => balancerNamed(world, 'shop-web'),
  change: (world) => {
    const redirect = { protocol: 'HTTPS', port: '443', host: '#{host}' };
    return withRule(world, 'shop-web', 20, 'path-pattern=/login', { type: 'redirect', targetGroups: [], redirect });
  },
};
