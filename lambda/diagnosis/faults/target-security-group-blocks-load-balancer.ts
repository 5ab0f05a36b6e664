import { callerPeers } from '../caller-peers.ts';
import { defineFault } from '../fault.ts';
import { groupWithNearestMiss } from '../group-with-nearest-miss.ts';
import { listed } from '../listed.ts';
import { openSecurityGroup } from '../open-security-group.ts';
import { pathFault } from '../path-fault.ts';
import { peerName } from '../peer-name.ts';
import { withWitnesses } from '../with-witnesses.ts';

/** No ingress rule of any group on the target's own interface admits the load balancer on this port. */
export const fault = defineFault({
  code: 'target-security-group-blocks-load-balancer',
  title: "The target's security group does not admit the load balancer",
  component: 'target-security-group',
  subject: 'endpoint',
  kind: 'cause',
  refines: [],
  explains: ['traffic:timed-out', 'health-check:timed-out'],
  needs: withWitnesses('forward:security-group-ingress', 'securityGroupRules', 'subnets'),
  match: (facts, context) =>
    pathFault(facts['forward:security-group-ingress'], facts, context).map((blockage) => {
      const groupId = groupWithNearestMiss(blockage.hop, facts.securityGroupRules);
      const peers = callerPeers(blockage.hops, context, facts.subnets);
      const sources = listed(peers.map(peerName));
      const value = `no rule for tcp ${context.endpoint.port} from ${sources}`;
      return { ...blockage, culprit: { resource: groupId, value }, groupId, peers, sources };
    }),
  why: ({ hop, sentence, sources }, { endpoint: { port } }) => {
    const groups = (hop.resources ?? [hop.resource]).join(' or ');
    const miss = hop.nearestMiss === undefined ? '' : ` The nearest miss: ${hop.nearestMiss.why}.`;
    return `No ingress rule of ${groups} admits tcp ${port} from ${sources}.${miss} ${sentence}`;
  },
  fix: ({ groupId, peers, sources }, { endpoint: { port }, caller: { arn } }) => {
    const { command, changes } = openSecurityGroup({ arn, groupId, direction: 'ingress', port, peers });
    return {
      summary: `Admit tcp ${port} from ${sources} into ${groupId}.`,
      commands: [command],
      cdk: `targetSecurityGroup.addIngressRule(loadBalancerSecurityGroup, ec2.Port.tcp(${port}))`,
      confirm:
        'Check again: the connections are accepted within seconds, the load balancer follows after its threshold.',
      changes,
    };
  },
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'VPC Reachability Analyzer: ENI_SG_RULES_MISMATCH, SG_HAS_NO_RULES',
    'Target health: Target.Timeout (Application Load Balancer), Target.FailedHealthChecks (Network Load Balancer)',
  ],
  page: {
    meaning:
      "Security groups only allow. The target's interface may wear several; their rules are one set, and none of them admits the load balancer on the port that it dials. The packet is dropped without an answer.",
    probe: '`timed-out`, from every zone whose node is not admitted.',
    loadBalancer:
      '`unhealthy`. An Application Load Balancer says `Target.Timeout`; a Network Load Balancer says `Target.FailedHealthChecks`, as for everything.',
    user: '504 after ten seconds through an Application Load Balancer; a connection that hangs through a Network Load Balancer. Where all targets are so, the load balancer fails open and keeps sending.',
    confirmCode:
      "aws ec2 describe-security-group-rules --filters Name=group-id,Values=TARGET_GROUP_ID --query 'SecurityGroupRules[?!IsEgress]'",
    confusedWith:
      'Connections that were open when the rule went away go on for hours, since they are tracked: "it works for me" proves nothing, only a fresh connection does. A refusal is never a security group: they drop silently. A network ACL drops the same way, and so does a dead host; only the configuration tells them apart.',
    cdk: 'Let the construct make both halves of the rule, on the port that the target really listens on.',
    cdkCode: 'service.connections.allowFrom(loadBalancer, ec2.Port.tcp(8080));',
  },
});
