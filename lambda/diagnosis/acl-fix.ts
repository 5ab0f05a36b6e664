import type { Fix } from '../model/diagnosis.ts';
import type { PortRange } from '../model/flow.ts';
import type { AclBlockage } from './acl-blockages.ts';
import { listed } from './listed.ts';
import { type AclHole, openNetworkAcl } from './open-network-acl.ts';

/** A denying line, and what has to pass it. */
type Denial = Pick<AclBlockage, 'hop' | 'egress' | 'entries' | 'line' | 'holes' | 'neighbours'>;

/** What mends a denying line of a network ACL. `arn` tells the Region. */
export function aclFix({ hop, egress, entries, line, holes, neighbours }: Denial, arn: string): Fix {
  const aclId = hop.resource;
  const { commands, changes } = openNetworkAcl({ arn, aclId, entries, denyingLine: line, egress, holes, neighbours });
  const wanted = wantedWords(holes, egress);
  const way = egress ? 'out' : 'in';
  return {
    summary:
      changes === null
        ? `Make room in front of rule ${line} of ${aclId}, where too few numbers are free: create it anew under a higher one, with what has to stay behind it. Then let ${way} ${wanted} in front of it.`
        : `Let ${wanted} ${egress ? 'out of' : 'into'} ${aclId}, in front of rule ${line}.`,
    commands,
    cdk: `networkAcl.addEntry(…, { direction: ${egress ? 'EGRESS' : 'INGRESS'}, traffic: ${trafficInCdk(holes)} })`,
    confirm: 'Check again: the connections are accepted within seconds, the load balancer follows after its threshold.',
    changes,
  };
}

function wantedWords(holes: readonly AclHole[], egress: boolean): string {
  const byPorts = Map.groupBy(holes, ({ ports }) => portsInWords(ports));
  const parts = [...byPorts].map(([ports, same]) => `${listed(same.map(({ cidr }) => cidr))} on ${ports}`);
  return `tcp ${egress ? 'to' : 'from'} ${listed(parts)}`;
}

function portsInWords({ from, to }: PortRange): string {
  return from === to ? `port ${from}` : `ports ${from}-${to}`;
}

function trafficInCdk(holes: readonly AclHole[]): string {
  const calls = holes.map(({ ports: { from, to } }) =>
    from === to ? `AclTraffic.tcpPort(${from})` : `AclTraffic.tcpPortRange(${from}, ${to})`,
  );
  return [...new Set(calls)].join(' and ');
}
