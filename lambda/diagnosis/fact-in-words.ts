import type { FactName } from './fault.ts';
import { STATIONS } from './stations.ts';

/** A fact's name as a phrase. */
export function factInWords(name: FactName): string {
  return WORDS[name];
}

const WORDS: Readonly<Record<FactName, string>> = {
  probes: "connections from the load balancer's places",
  paths: 'the judged paths',
  loadBalancerWord: "the load balancer's own word",
  networkAcls: 'the network ACLs',
  securityGroups: 'the security groups',
  securityGroupRules: 'the security group rules',
  subnets: 'the subnets',
  ...STATIONS,
};
