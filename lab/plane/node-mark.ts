/**
 * The number by which the fabric marks connections that came out of a Network Load Balancer's node with a client's address,
 * and of the routing table that leads their answers back there. `device` is the fabric's device to the node: `v7`.
 */
export function nodeMark(device: string): number {
  return 1000 + Number(device.slice(1));
}
