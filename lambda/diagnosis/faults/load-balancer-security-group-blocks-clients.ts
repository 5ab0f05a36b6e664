import type { ClientPath } from '../../model/evidence.ts';
import type { SecurityGroupRule } from '../../model/inventory.ts';
import { tcpPorts } from '../../reachability/tcp-ports.ts';
import { admitClients } from '../admit-clients.ts';
import { clientBlockages } from '../client-blockages.ts';
import { clientPorts } from '../client-ports.ts';
import { clientsInWords } from '../clients-in-words.ts';
import { defineFault } from '../fault.ts';
import { groupWithNearestMiss } from '../group-with-nearest-miss.ts';
import { listed } from '../listed.ts';

/** No ingress rule of the load balancer's groups admits its clients, or anybody at all, on a port that it serves. */
export const fault = defineFault({
  code: 'load-balancer-security-group-blocks-clients',
  title: "The load balancer's security group does not admit its clients",
  component: 'load-balancer-security-group',
  subject: 'load-balancer',
  kind: 'cause',
  refines: [],
  explains: ['configuration', 'listener:timed-out'],
  needs: [['clients:security-group', 'securityGroupRules']],
  match: (facts, context) =>
    clientBlockages(facts['clients:security-group'], context).map((blockage) => {
      const { hop, paths } = blockage;
      const groupId = groupWithNearestMiss(hop, facts.securityGroupRules);
      const groups = hop.resources ?? [hop.resource];
      const isSure = paths.every(
        (path) => path.clients !== null || admitsNobody(path, groups, facts.securityGroupRules),
      );
      const value = `no rule for tcp ${portsInWords(paths)} from ${clientsInWords(paths, context)}`;
      return {
        ...{ ...blockage, groupId },
        certainty: isSure ? ('certain' as const) : ('likely' as const),
        culprit: { resource: groupId, value },
        facts: [{ name: 'configuration', value: hop.why }],
      };
    }),
  why: ({ hop, paths }, context) => {
    const groups = (hop.resources ?? [hop.resource]).join(' or ');
    const miss = hop.nearestMiss === undefined ? '' : ` The nearest miss: ${hop.nearestMiss.why}.`;
    return `${context.loadBalancer.name} serves port ${portsInWords(paths)}, and no ingress rule of ${groups} admits tcp ${portsInWords(paths)} from ${clientsInWords(paths, context)}.${miss} Health checks do not come this way, and are as they were.`;
  },
  fix: ({ groupId, paths }, { loadBalancer: { arn } }) => ({
    ...admitClients({ arn, groupId, paths }),
    cdk: `loadBalancer.connections.allowFrom(clients, ec2.Port.tcp(${clientPorts(paths)[0]})), or open: true at the listener`,
  }),
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'VPC Reachability Analyzer: ENI_SG_RULES_MISMATCH, SG_HAS_NO_RULES',
  ],
  page: {
    meaning:
      'The load balancer listens on a port for which no rule of its security groups admits its clients: those that were declared, or where none was declared, nobody at all. Packets are dropped before they reach the listener. It happens when a listener is added or moved to another port and the group is left as it was, and when a rule is tidied away.',
    probe: '`connected`: probes go from the load balancer to its targets, and never meet its ingress rules.',
    loadBalancer: '`healthy`. Health checks obey the rules out of the load balancer, not those into it.',
    user: "Every new connection hangs until the client gives up, in every zone alike. Nothing shows in the load balancer's access log or request metrics; a Network Load Balancer counts `SecurityGroupBlockedFlowCount_Inbound_TCP`.",
    confirmCode:
      "aws ec2 describe-security-group-rules --filters Name=group-id,Values=LOAD_BALANCER_GROUP_ID --query 'SecurityGroupRules[?!IsEgress]'",
    confusedWith:
      'A port without a listener: an Application Load Balancer refuses there, a Network Load Balancer is just as silent. A network ACL, which mostly concerns one zone. Connections that were open before go on, since they are tracked.',
    cdk: 'Let the listener open its own port to its clients; `open: true`, the default, is for everybody.',
    cdkCode: `const listener = loadBalancer.addListener('Web', {
  port: 443,
  open: false,
});
listener.connections.allowDefaultPortFrom(ec2.Peer.ipv4('203.0.113.0/24'));`,
  },
});

function portsInWords(paths: readonly ClientPath[]): string {
  return listed(clientPorts(paths).map(String));
}

/** Where some other clients are admitted, these may be meant to be kept out. */
function admitsNobody({ port }: ClientPath, groups: readonly string[], rules: readonly SecurityGroupRule[]): boolean {
  return !rules.some((rule) => {
    const ports = tcpPorts(rule);
    return !rule.egress && groups.includes(rule.groupId) && ports !== null && ports.from <= port && port <= ports.to;
  });
}
