import { aclBlockages } from '../acl-blockages.ts';
import { aclFix } from '../acl-fix.ts';
import { defineFault } from '../fault.ts';
import { withWitnesses } from '../with-witnesses.ts';

/** The network ACL of the load balancer's subnet denies the way out to the target's port. */
export const fault = defineFault({
  code: 'load-balancer-subnet-acl-blocks-request',
  title: "The network ACL of the load balancer's subnet does not let requests out",
  component: 'load-balancer-subnet-acl',
  subject: 'endpoint',
  kind: 'cause',
  refines: [],
  explains: ['traffic:timed-out', 'health-check:timed-out'],
  needs: withWitnesses('forward:network-acl-egress', 'return:network-acl-egress', 'networkAcls', 'subnets'),
  match: (facts, context) => {
    const hops = facts['forward:network-acl-egress'];
    const along = facts['return:network-acl-egress'];
    return aclBlockages({ egress: true, packets: 'request', hops, along }, facts, context);
  },
  why: ({ hop, sentence }) => `The request does not get out of the load balancer's subnet: ${hop.why}. ${sentence}`,
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
      "The network ACL of the subnet that the load balancer's node stands in filters what the node sends out of that subnet. The first entry that matches the target's address and port denies it, or none matches and the implicit deny at the end decides. The packet never reaches the target's subnet.",
    probe: '`timed-out`, in the zones whose load balancer subnet has this ACL, and from nowhere else.',
    loadBalancer:
      '`unhealthy`. An Application Load Balancer says `Target.Timeout`; a Network Load Balancer says `Target.FailedHealthChecks`. The other zones go on finding the target well.',
    user: '504 after ten seconds through an Application Load Balancer, for the share of requests that enters by the nodes of these zones; a connection that hangs through a Network Load Balancer.',
    confirmCode:
      "aws ec2 describe-network-acls --filters Name=association.subnet-id,Values=LOAD_BALANCER_SUBNET_ID --query 'NetworkAcls[].Entries[?Egress]'",
    confusedWith:
      "The egress rules of the load balancer's security group, which drop just as silently, but in every zone alike: all nodes wear the same groups. One request in three that hangs is the sign of a zone. People look at the targets, which are the same for every zone.",
    cdk: "Give the ACL an egress entry to the targets' subnets for the port, in front of the one that denies.",
    cdkCode: `networkAcl.addEntry('requests-to-targets', {
  cidr: ec2.AclCidr.ipv4('10.0.10.0/24'),
  direction: ec2.TrafficDirection.EGRESS,
  ruleAction: ec2.Action.ALLOW,
  ruleNumber: 80,
  traffic: ec2.AclTraffic.tcpPort(8080),
});`,
  },
});
