import { known } from '../../../../lambda/model/fact.ts';
import type { Inventory, LoadBalancer } from '../../../../lambda/model/inventory.ts';

/** Where declared clients stand. */
export const office = '10.0.50.0/24';

/** A load balancer of the small inventory: internal, one zone, group sg-lb. */
export const balancer: LoadBalancer = {
  arn: 'arn:lb',
  name: 'lb',
  type: 'application',
  scheme: 'internal',
  state: 'active',
  stateReason: null,
  dnsName: 'lb.example',
  vpcId: 'vpc-1',
  ipAddressType: 'ipv4',
  securityGroups: ['sg-lb'],
  zones: [{ zone: 'zone-a', subnetId: 'subnet-lb-a' }],
  attributes: known({}),
};

/** It listens on these ports. */
export function listening(ports: readonly number[], protocol = 'HTTP'): Pick<Inventory, 'listeners'> {
  const listeners = ports.map((port) => ({
    ...{ arn: `arn:listener:${port}`, loadBalancerArn: balancer.arn, protocol, port },
    defaultActions: [],
  }));
  return { listeners: { [balancer.arn]: known(listeners) } };
}
