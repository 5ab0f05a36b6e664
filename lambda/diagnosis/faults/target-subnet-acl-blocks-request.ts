import { aclBlockages } from '../acl-blockages.ts';
import { aclFix } from '../acl-fix.ts';
import { defineFault } from '../fault.ts';
import { withWitnesses } from '../with-witnesses.ts';

/** The network ACL of the target's subnet denies the way in to the target's port. */
export const fault = defineFault({
  code: 'target-subnet-acl-blocks-request',
  title: "The network ACL of the target's subnet does not let the load balancer in",
  component: 'target-subnet-acl',
  subject: 'endpoint',
  kind: 'cause',
  refines: [],
  explains: ['traffic:timed-out', 'health-check:timed-out'],
  needs: withWitnesses('forward:network-acl-ingress', 'return:network-acl-ingress', 'networkAcls', 'subnets'),
  match: (facts, context) => {
    const hops = facts['forward:network-acl-ingress'];
    const along = facts['return:network-acl-ingress'];
    return aclBlockages({ egress: false, packets: 'request', hops, along }, facts, context);
  },
  why: ({ hop, sentence }) => `The request does not get into the target's subnet: ${hop.why}. ${sentence}`,
  fix: (blockage, context) => aclFix(blockage, context.loadBalancer.arn),
  see: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    'VPC Reachability Analyzer: SUBNET_ACL_RESTRICTION',
    'Target health: Target.Timeout (Application Load Balancer), Target.FailedHealthChecks (Network Load Balancer)',
  ],
  page: {
    meaning:
      "The network ACL of the target's subnet judges what comes in from other subnets, before any security group does. The first entry that matches the load balancer's address and the target's port denies it, or none matches and the implicit deny at the end decides. The packet never reaches the target's interface.",
    probe: '`timed-out`, in the zones whose load balancer subnet the denying entry covers.',
    loadBalancer:
      '`unhealthy`. An Application Load Balancer says `Target.Timeout`; a Network Load Balancer says `Target.FailedHealthChecks`.',
    user: '504 after ten seconds through an Application Load Balancer; a connection that hangs through a Network Load Balancer. Every target in that subnet is concerned, whatever it wears.',
    confirmCode:
      "aws ec2 describe-network-acls --filters Name=association.subnet-id,Values=TARGET_SUBNET_ID --query 'NetworkAcls[].Entries[?!Egress]'",
    confusedWith:
      "The target's security group, which is looked at first and found in order. Another machine in the target's own subnet reaches it, since ACLs stand at a subnet's border only; people conclude from this that the network is fine. A new load balancer subnet that an old entry does not cover shows as one silent zone.",
    cdk: "Give the ACL an ingress entry from the load balancer's subnets for the port, in front of the one that denies.",
    cdkCode: `networkAcl.addEntry('requests-from-load-balancer', {
  cidr: ec2.AclCidr.ipv4('10.0.0.0/24'),
  direction: ec2.TrafficDirection.INGRESS,
  ruleAction: ec2.Action.ALLOW,
  ruleNumber: 80,
  traffic: ec2.AclTraffic.tcpPort(8080),
});`,
  },
});
