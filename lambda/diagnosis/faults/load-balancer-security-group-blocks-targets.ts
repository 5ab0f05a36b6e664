import type { EndpointContext } from '../../model/evidence.ts';
import type { Flow } from '../../model/flow.ts';
import type { RulePeer, Subnet } from '../../model/inventory.ts';
import { defineFault } from '../fault.ts';
import { groupWithNearestMiss } from '../group-with-nearest-miss.ts';
import { openSecurityGroup } from '../open-security-group.ts';
import { pathFault } from '../path-fault.ts';
import { peerName } from '../peer-name.ts';
import { standsInVpc } from '../stands-in-vpc.ts';
import { subnetRanges } from '../subnet-ranges.ts';
import { withWitnesses } from '../with-witnesses.ts';

/** No egress rule of any of the load balancer's groups lets it speak to the target on this port. */
export const fault = defineFault({
  code: 'load-balancer-security-group-blocks-targets',
  title: "The load balancer's security group does not let it reach its targets",
  component: 'load-balancer-security-group',
  subject: 'endpoint',
  kind: 'cause',
  refines: [],
  explains: ['traffic:timed-out', 'health-check:timed-out'],
  needs: withWitnesses('forward:security-group-egress', 'securityGroupRules', 'subnets'),
  match: (facts, context) =>
    pathFault(facts['forward:security-group-egress'], facts, context).map((blockage) => {
      const groupId = groupWithNearestMiss(blockage.hop, facts.securityGroupRules);
      const peer = destinationOf(blockage.flow, context, facts.subnets);
      const value = `no rule for tcp ${context.endpoint.port} to ${peerName(peer)}`;
      return { ...blockage, culprit: { resource: groupId, value }, groupId, peer };
    }),
  why: ({ hop, peer, sentence }, { endpoint: { port } }) => {
    const groups = (hop.resources ?? [hop.resource]).join(' or ');
    const miss = hop.nearestMiss === undefined ? '' : ` The nearest miss: ${hop.nearestMiss.why}.`;
    return `No egress rule of ${groups} lets the load balancer send tcp ${port} to ${peerName(peer)}.${miss} ${sentence}`;
  },
  fix: ({ groupId, peer }, context) => fixOf(groupId, peer, context),
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'VPC Reachability Analyzer: ENI_SG_RULES_MISMATCH, SG_HAS_NO_RULES',
    'Target health: Target.Timeout (Application Load Balancer), Target.FailedHealthChecks (Network Load Balancer)',
  ],
  page: {
    meaning:
      "The load balancer's own groups filter what it sends. A new group allows everything out; once that rule is replaced by narrow ones, every target port and health check port needs a rule of its own. Here the one for this port is missing, and the packet never leaves.",
    probe: '`timed-out`, from every zone: all nodes wear the same groups.',
    loadBalancer:
      '`unhealthy`. An Application Load Balancer says `Target.Timeout`; a Network Load Balancer says `Target.FailedHealthChecks`. Health checks obey the outbound rules too.',
    user: '504 after ten seconds through an Application Load Balancer; a connection that hangs through a Network Load Balancer. Often every target of one service at once, while another service behind the same load balancer is fine.',
    confirmCode:
      "aws ec2 describe-security-group-rules --filters Name=group-id,Values=LOAD_BALANCER_GROUP_ID --query 'SecurityGroupRules[?IsEgress]'",
    confusedWith:
      "The target's security group, which drops just as silently. That one is usually looked at first, is found in order, and nobody looks at the other end. Two stacks that share one load balancer and each own its egress rules take turns in breaking it.",
    cdk: 'A load balancer whose security group has `allowAllOutbound: false` gets one egress rule per target group from the construct; after a port changed by hand, let the connection be declared again.',
    cdkCode: 'loadBalancer.connections.allowTo(service, ec2.Port.tcp(8080));',
  },
});

/**
 * The target's first group, which is the least that can be named; its address where it wears none of ours, and its subnet
 * across VPCs, where references out do not always count.
 */
function destinationOf(
  { destination }: Flow,
  { caller: { vpcId } }: Pick<EndpointContext, 'caller'>,
  subnets: readonly Subnet[],
): RulePeer {
  const group = destination.securityGroups?.[0];
  if (group === undefined) return { kind: 'cidr', cidr: destination.cidr };
  if (standsInVpc(destination, vpcId, subnets))
    return { kind: 'security-group', id: group, ownerId: null, vpcId: null };
  const [cidr = destination.cidr] = subnetRanges([destination], subnets);
  return { kind: 'cidr', cidr };
}

function fixOf(groupId: string, destination: RulePeer, { endpoint: { port }, caller: { arn } }: EndpointContext) {
  const { command, changes } = openSecurityGroup({ arn, groupId, direction: 'egress', port, peers: [destination] });
  return {
    summary: `Let ${groupId} send tcp ${port} to ${peerName(destination)}.`,
    commands: [command],
    cdk: `loadBalancerSecurityGroup.addEgressRule(targetSecurityGroup, ec2.Port.tcp(${port}))`,
    confirm: 'Check again: the connections are accepted within seconds, the load balancer follows after its threshold.',
    changes,
  };
}
