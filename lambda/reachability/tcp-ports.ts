import type { PortRange } from '../model/flow.ts';

const ALL_PORTS: PortRange = { from: 0, to: 65535 };

/** A line of a security group or network ACL, as far as protocol and ports go. */
type Line = { readonly protocol: string; readonly fromPort: number | null; readonly toPort: number | null };

/**
 * The TCP ports that a line speaks of; null where it speaks of another protocol. TCP is `tcp` or `6`; with `-1`, every
 * port is meant, whatever ports are written beside it (AWS, *Security group rules* and *Network ACLs*).
 */
export function tcpPorts({ protocol, fromPort, toPort }: Line): PortRange | null {
  if (protocol === '-1') return ALL_PORTS;
  if (protocol !== 'tcp' && protocol !== '6') return null;
  return { from: fromPort ?? ALL_PORTS.from, to: toPort ?? ALL_PORTS.to };
}
