import type { PortRange } from '../../model/flow.ts';
import { EPHEMERAL } from '../ephemeral.ts';

/**
 * The ports that connections start from: `wide` from load balancers, Lambda, NAT gateways and clients that are not known
 * (AWS, *Network ACLs*, ephemeral ports); `linux` from a Linux host (`net.ipv4.ip_local_port_range` as the kernel ships it).
 */
export const ephemeral: { readonly wide: PortRange; readonly linux: PortRange } = {
  wide: EPHEMERAL,
  linux: { from: 32768, to: 60999 },
};
