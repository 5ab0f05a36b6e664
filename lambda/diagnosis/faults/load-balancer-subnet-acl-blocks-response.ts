import { aclBlockages } from '../acl-blockages.ts';
import { aclFix } from '../acl-fix.ts';
import { defineFault } from '../fault.ts';
import { withWitnesses } from '../with-witnesses.ts';

/** The network ACL of the load balancer's subnet lets the request out and the answer not in: ACLs have no memory. */
export const fault = defineFault({
  code: 'load-balancer-subnet-acl-blocks-response',
  title: "The network ACL of the load balancer's subnet does not let the targets' answers in",
  component: 'load-balancer-subnet-acl',
  subject: 'endpoint',
  kind: 'cause',
  refines: [],
  explains: ['traffic:timed-out', 'health-check:timed-out'],
  needs: withWitnesses('return:network-acl-ingress', 'forward:network-acl-ingress', 'networkAcls', 'subnets'),
  match: (facts, context) => {
    const hops = facts['return:network-acl-ingress'];
    const along = facts['forward:network-acl-ingress'];
    return aclBlockages({ egress: false, packets: 'answer', hops, along }, facts, context);
  },
  why: ({ hop, sentence }) =>
    `The request gets out, but the answer does not get into the load balancer's subnet: ${hop.why}. ${sentence}`,
  fix: (blockage, context) => aclFix(blockage, context.caller.arn),
  see: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    'VPC Reachability Analyzer: SUBNET_ACL_RESTRICTION',
    'Target health: Target.Timeout (Application Load Balancer), Target.FailedHealthChecks (Network Load Balancer)',
  ],
  page: {
    meaning:
      "Network ACLs have no memory: the target's answer is judged as a packet of its own, addressed to the port that the load balancer dialled from (1024-65535). The ACL of the load balancer's subnet denies it on its way in. An ACL that admits the users' ports 80 and 443 and nothing else does just that. Where only part of the range is denied, only some connections hang. This is then likely or only possible, by how many ports are denied; a denial of less than one port in a hundred is passed over.",
    probe:
      '`timed-out`, in the zones whose load balancer subnet has this ACL. Even a closed port is silent: the refusal is an answer too.',
    loadBalancer:
      '`unhealthy`. An Application Load Balancer says `Target.Timeout`; a Network Load Balancer says `Target.FailedHealthChecks`. The other zones go on finding the target well.',
    user: '504 after ten seconds through an Application Load Balancer, for the share of requests that enters by the nodes of these zones; a connection that hangs through a Network Load Balancer. The application logs the connection: the request did arrive.',
    confirmCode:
      "aws ec2 describe-network-acls --filters Name=association.subnet-id,Values=LOAD_BALANCER_SUBNET_ID --query 'NetworkAcls[].Entries[?!Egress]'",
    confusedWith:
      "A security group, which nobody needs to open for answers: it remembers the request. A dead target, since its host is silent too; but that one is silent in every zone, and its log has no connection. In flow logs of the load balancer's interface the sign is REJECT for packets from the target's port.",
    cdk: "Give the ACL an ingress entry from the targets' subnets for the ephemeral ports, in front of the one that denies.",
    cdkCode: `networkAcl.addEntry('answers-from-targets', {
  cidr: ec2.AclCidr.ipv4('10.0.10.0/24'),
  direction: ec2.TrafficDirection.INGRESS,
  ruleAction: ec2.Action.ALLOW,
  ruleNumber: 80,
  traffic: ec2.AclTraffic.tcpPortRange(1024, 65535),
});`,
  },
});
