import type { PortRange } from '../model/flow.ts';

/** Ports that load balancers, Lambda, NAT gateways and clients that are not known dial from (AWS, *Network ACLs*, ephemeral ports). */
export const EPHEMERAL: PortRange = { from: 1024, to: 65535 };
