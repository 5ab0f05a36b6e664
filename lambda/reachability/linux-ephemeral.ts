import type { PortRange } from '../model/flow.ts';

/** Ports that a Linux host dials from: `net.ipv4.ip_local_port_range` as the kernel ships it. */
export const LINUX_EPHEMERAL: PortRange = { from: 32768, to: 60999 };
