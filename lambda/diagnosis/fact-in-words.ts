import { CLIENT_STATIONS } from './client-stations.ts';
import type { FactName } from './fault.ts';
import { STATIONS } from './stations.ts';

/** A fact's name as a phrase. */
export function factInWords(name: FactName): string {
  return WORDS[name];
}

const WORDS: Readonly<Record<FactName, string>> = {
  probes: "connections from the load balancer's places",
  trafficProbes: "connections to the target's traffic port",
  paths: 'the judged paths',
  proberPaths: "the paths of the probers' own groups",
  loadBalancerWord: "the load balancer's own word",
  networkAcls: 'the network ACLs',
  securityGroups: 'the security groups',
  securityGroupRules: 'the security group rules',
  staleSecurityGroups: 'the references to security groups that AWS lists as stale',
  subnets: 'the subnets',
  targetInstance: 'the instance behind the address',
  targetZone: 'the zone of the target',
  zonesWithoutTarget: 'the zones of the targets of its group',
  addressHolder: 'the network interface that holds the address',
  clientPaths: "the clients' way",
  listeners: 'the listeners',
  rules: "the listeners' rules",
  targetGroups: 'the target groups',
  routeTables: 'the route tables',
  internetGateways: 'the internet gateways',
  blockPublicAccess: 'the block public access settings',
  targetHealth: "the targets' health",
  served: 'who sends requests to whom in it',
  references: 'the listeners and rules that may forward to it',
  ...STATIONS,
  ...CLIENT_STATIONS,
};
