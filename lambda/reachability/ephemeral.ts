import type { PortRange } from '../model/flow.ts';

/** Ports that load balancers, Lambda and NAT gateways dial from (AWS, *Network ACLs*, ephemeral ports). */
export const EPHEMERAL: PortRange = { from: 1024, to: 65535 };
