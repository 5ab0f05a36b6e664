import type { VantagePath } from '../../model/evidence.ts';
import type { LoadBalancer, RulePeer, Subnet } from '../../model/inventory.ts';
import { admitClients } from '../admit-clients.ts';
import { clientBlockages } from '../client-blockages.ts';
import { clientsInWords } from '../clients-in-words.ts';
import { defineFault } from '../fault.ts';
import { groupWithNearestMiss } from '../group-with-nearest-miss.ts';
import { standApart } from '../stand-apart.ts';

/** Clients come with their own addresses; the target's groups admit the load balancer's, and so its health checks, only. */
export const fault = defineFault({
  code: 'target-security-group-blocks-clients',
  title: "The target's security group admits the load balancer, but not the clients whose addresses it preserves",
  component: 'target-security-group',
  subject: 'endpoint',
  behind: true,
  kind: 'cause',
  refines: [],
  explains: ['configuration'],
  needs: [['clients:security-group', 'paths', 'securityGroupRules', 'subnets']],
  match: (facts, context) => {
    // Where the load balancer itself is shut out, that comes first.
    if (isShutOut(facts.paths)) return null;
    return clientBlockages(facts['clients:security-group'], context).map((blockage) => {
      const { hop, paths } = blockage;
      const groupId = groupWithNearestMiss(hop, facts.securityGroupRules);
      const isSure = paths.every(({ clients }) => standApart(clients, ownRanges(context.loadBalancer, facts.subnets)));
      return {
        ...{ ...blockage, groupId, isSure },
        certainty: isSure ? ('certain' as const) : ('likely' as const),
        culprit: {
          resource: groupId,
          value: `no rule for tcp ${context.endpoint.port} from ${clientsInWords(paths, context)}`,
        },
        facts: [
          { name: 'configuration', value: hop.why },
          { name: 'client addresses', value: `preserved by target group ${context.targetGroup.name}` },
        ],
      };
    });
  },
  why: ({ hop, paths, isSure }, context) => {
    const groups = (hop.resources ?? [hop.resource]).join(' or ');
    const { port } = context.endpoint;
    const doubt = isSure ? '' : ` ${whoMayGetIn(context.loadBalancer)}`;
    return `Target group ${context.targetGroup.name} preserves client addresses, so users come as themselves and only health checks come as the load balancer. ${groups} admits the load balancer, and no rule of it admits tcp ${port} from ${clientsInWords(paths, context)}: health is green, and users hang.${doubt}`;
  },
  fix: ({ groupId, paths }, { loadBalancer, endpoint: { port } }) => ({
    ...admitClients({ arn: loadBalancer.arn, groupId, paths, peer: groupOf(loadBalancer) }),
    cdk: `targetSecurityGroup.addIngressRule(${loadBalancer.securityGroups.length > 0 ? 'loadBalancerSecurityGroup' : 'ec2.Peer.ipv4(clients)'}, ec2.Port.tcp(${port}))`,
  }),
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html',
    'VPC Reachability Analyzer: ENI_SG_RULES_MISMATCH',
  ],
  page: {
    meaning:
      "A Network Load Balancer that preserves client addresses hands connections to its targets as if they came from the clients themselves: always over UDP, by default to instances, by attribute otherwise. The target's security group must then admit the clients. One that admits the load balancer's addresses or subnets lets its health checks in and nobody else. A rule that names the load balancer's own security group matches what it preserves too, where the load balancer has one; a rule that names the clients' groups does not.",
    probe: '`connected`: probes come with the addresses of their own subnet, as health checks do.',
    loadBalancer: '`healthy`, which is what makes it hard to find: health checks come from the load balancer.',
    user: "Every connection through the load balancer hangs. From a host in the load balancer's subnet it works.",
    confirmCode: `aws elbv2 describe-target-group-attributes --target-group-arn TARGET_GROUP_ARN --query "Attributes[?Key=='preserve_client_ip.enabled']"
aws ec2 describe-security-group-rules --filters Name=group-id,Values=TARGET_GROUP_ID --query 'SecurityGroupRules[?!IsEgress]'`,
    confusedWith:
      "A target that is its own client through the load balancer, which hangs as well, but only for the connections that come back to the same host. The load balancer's own group, which turns clients away before any target is chosen.",
    cdk: "Admit the load balancer's security group, which stands for its clients too; without one, admit the clients' ranges.",
    cdkCode: `targetSecurityGroup.addIngressRule(
  loadBalancerSecurityGroup,
  ec2.Port.tcp(7000),
);
// or let targets see the load balancer's address:
targetGroup.setAttribute('preserve_client_ip.enabled', 'false');`,
  },
});

function whoMayGetIn({ scheme }: LoadBalancer): string {
  return scheme === 'internet-facing'
    ? 'What it admits is private, and may be all that the load balancer is meant for.'
    : "Clients that stand in the load balancer's own subnets may get in.";
}

function isShutOut(paths: readonly VantagePath[]): boolean {
  return paths.some(({ path }) =>
    path.forward.some(({ kind, decision }) => kind === 'security-group-ingress' && decision === 'deny'),
  );
}

/** The ranges of the load balancer's subnets, which the group may admit for its health checks. */
function ownRanges({ zones }: LoadBalancer, subnets: readonly Subnet[]): readonly string[] {
  const own = subnets.filter(({ id }) => zones.some(({ subnetId }) => subnetId === id));
  return own.flatMap(({ cidr, ipv6Cidrs }) => [cidr, ...ipv6Cidrs]);
}

/** The load balancer's first group, which matches what it preserves; it may have none. */
function groupOf({ securityGroups: [id], vpcId }: LoadBalancer): RulePeer | undefined {
  return id === undefined ? undefined : { kind: 'security-group', id, ownerId: null, vpcId };
}
