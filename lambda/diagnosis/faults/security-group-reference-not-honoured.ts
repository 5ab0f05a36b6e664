import type { EndpointContext } from '../../model/evidence.ts';
import type { RulePeer, Subnet } from '../../model/inventory.ts';
import { callerPeers } from '../caller-peers.ts';
import { defineFault } from '../fault.ts';
import { listed } from '../listed.ts';
import { openSecurityGroup } from '../open-security-group.ts';
import { type Blockage, pathFault } from '../path-fault.ts';
import { peerName } from '../peer-name.ts';
import { subnetRanges } from '../subnet-ranges.ts';
import { type VainReference, vainReference } from '../vain-reference.ts';
import { withWitnesses } from '../with-witnesses.ts';

/** The rule that would admit the load balancer names a group, and that reference counts for nothing. */
export const fault = defineFault({
  code: 'security-group-reference-not-honoured',
  title: 'The rule that should admit the load balancer names a group in vain',
  component: 'target-security-group',
  subject: 'endpoint',
  kind: 'cause',
  refines: ['target-security-group-blocks-load-balancer'],
  explains: ['traffic:timed-out', 'health-check:timed-out'],
  needs: withWitnesses('forward:security-group-ingress', 'securityGroupRules', 'staleSecurityGroups', 'subnets'),
  match: (facts, context) =>
    pathFault(facts['forward:security-group-ingress'], facts, context).flatMap((blockage) => {
      const vain = vainReference(blockage, facts.securityGroupRules, facts.staleSecurityGroups);
      if (vain === undefined) return [];
      const { rule, peer } = vain;
      const culprit = { resource: rule.groupId, line: rule.id, value: `a reference to ${peerName(peer)}` };
      return [{ ...blockage, culprit, vain, subnets: facts.subnets }];
    }),
  why: ({ hop, vain, sentence }, { endpoint: { port } }) =>
    `Rule ${vain.rule.id} of ${vain.rule.groupId} would admit tcp ${port}, but names ${peerName(vain.peer)}, and ${inVain(vain)}: ${hop.why}. ${sentence}`,
  fix: (blockage, context) => {
    const { vain, subnets } = blockage;
    const { groupId, id } = vain.rule;
    const { port } = context.endpoint;
    const peers = peersFor(blockage, subnets, context);
    const { arn } = context.caller;
    const { command, changes } = openSecurityGroup({ arn, groupId, direction: 'ingress', port, peers });
    return {
      summary: `Admit tcp ${port} from ${listed(peers.map(peerName))} into ${groupId}. Rule ${id} admits nobody and may go.`,
      commands: [command],
      cdk: `targetSecurityGroup.addIngressRule(${vain.own ? "ec2.Peer.ipv4('…')" : 'loadBalancerSecurityGroup'}, ec2.Port.tcp(${port}))`,
      confirm:
        'Check again: the connections are accepted within seconds, the load balancer follows after its threshold.',
      changes,
    };
  },
  see: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
    'VPC Reachability Analyzer: SG_REFERENCES_NOT_PRESERVED, UNKNOWN_PEERED_SGS',
    'Target health: Target.Timeout (Application Load Balancer), Target.FailedHealthChecks (Network Load Balancer)',
  ],
  page: {
    meaning:
      'A rule may name a group instead of a range. That counts within a VPC, over an active peering connection within one Region, and for what comes in over a transit gateway that supports it; nowhere else. A rule whose group was deleted, or whose peering connection is gone, stays in the list as stale and admits nobody.',
    probe: '`timed-out`, from every zone: all nodes wear the same groups.',
    loadBalancer:
      '`unhealthy`. An Application Load Balancer says `Target.Timeout`; a Network Load Balancer says `Target.FailedHealthChecks`.',
    user: '504 after ten seconds through an Application Load Balancer; a connection that hangs through a Network Load Balancer. Often since a VPC was taken down, or a load balancer was made anew.',
    confirmCode: `aws ec2 describe-stale-security-groups --vpc-id TARGET_VPC_ID
aws ec2 describe-security-group-rules --filters Name=group-id,Values=TARGET_GROUP_ID --query 'SecurityGroupRules[?!IsEgress].[SecurityGroupRuleId,FromPort,ReferencedGroupInfo]'`,
    confusedWith:
      'A rule that is in order: in the console it looks like any other, with the right port and a group that has the right name. `ReferencedGroupInfo` shows another VPC, or a peering connection that is deleted.',
    cdk: "Name the load balancer's group where both stand in one VPC; its subnets' ranges where they do not.",
    cdkCode: `targetSecurityGroup.addIngressRule(
  loadBalancerSecurityGroup,
  ec2.Port.tcp(8080),
);
peeredTargetSecurityGroup.addIngressRule(
  ec2.Peer.ipv4('10.0.0.0/24'),
  ec2.Port.tcp(8080),
);`,
  },
});

function inVain({ own }: VainReference): string {
  return own
    ? 'that reference does not count here, although the load balancer wears it'
    : 'AWS lists that reference as stale';
}

/** Where the load balancer's own group does not count, the ranges of its subnets do: its nodes come and go within them. */
function peersFor(
  { vain, hops }: Pick<Blockage, 'hops'> & { readonly vain: VainReference },
  subnets: readonly Subnet[],
  context: EndpointContext,
): readonly RulePeer[] {
  if (!vain.own) return callerPeers(hops, context, subnets);
  const sources = hops.map(({ flow }) => flow.source);
  return subnetRanges(sources, subnets).map((cidr) => ({ kind: 'cidr', cidr }));
}
