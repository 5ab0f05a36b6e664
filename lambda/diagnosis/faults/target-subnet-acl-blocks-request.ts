import { aclFix } from '../acl-fix.ts';
import { defineFault } from '../fault.ts';
import { preservedClientsInWords } from '../preserved-clients-in-words.ts';
import { targetAclBlockages } from '../target-acl-blockages.ts';
import { withClients } from '../with-clients.ts';
import { withWitnesses } from '../with-witnesses.ts';

/** The network ACL of the target's subnet denies the way in to the target's port. */
export const fault = defineFault({
  code: 'target-subnet-acl-blocks-request',
  title: "The network ACL of the target's subnet does not let requests in",
  component: 'target-subnet-acl',
  subject: 'endpoint',
  kind: 'cause',
  refines: [],
  explains: ['traffic:timed-out', 'health-check:timed-out', 'configuration'],
  ...withClients(withWitnesses('forward:network-acl-ingress', 'return:network-acl-ingress', 'networkAcls', 'subnets')),
  match: (facts, context) => {
    const hops = facts['forward:network-acl-ingress'];
    const along = facts['return:network-acl-ingress'];
    return targetAclBlockages({ egress: false, packets: 'request', hops, along }, facts, context);
  },
  why: (one) =>
    one.whose === 'clients'
      ? preservedClientsInWords(one, one.behind)
      : `The request does not get into the target's subnet: ${one.hop.why}. ${one.sentence}`,
  fix: (one, context) =>
    one.whose === 'clients'
      ? {
          ...one.mend,
          cdk: 'networkAcl.addEntry(…, { direction: INGRESS, … }) for the clients, in front of the denying one',
        }
      : aclFix(one, context.caller.arn),
  see: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html',
    'VPC Reachability Analyzer: SUBNET_ACL_RESTRICTION',
    'Target health: Target.Timeout (Application Load Balancer), Target.FailedHealthChecks (Network Load Balancer)',
  ],
  page: {
    meaning:
      "The network ACL of the target's subnet judges what comes in from other subnets, before any security group does. The first entry that matches the load balancer's address and the target's port denies it, or none matches and the implicit deny at the end decides. The packet never reaches the target's interface. A Network Load Balancer that preserves client addresses (by default for instances) hands connections over as the clients' own: the ACL must then let in the clients' ranges too, and not only the load balancer's subnets.",
    probe:
      "`timed-out`, in the zones whose load balancer subnet the denying entry covers. `connected` where the entry covers only clients with addresses of their own: probes come from the load balancer's subnets.",
    loadBalancer:
      '`unhealthy`. An Application Load Balancer says `Target.Timeout`; a Network Load Balancer says `Target.FailedHealthChecks`. `healthy` where only clients are denied, since health checks come from the load balancer.',
    user: '504 after ten seconds through an Application Load Balancer; a connection that hangs through a Network Load Balancer. Every target in that subnet is concerned, whatever it wears. Where a Network Load Balancer preserves client addresses and the entry covers those alone, users hang while everything is green.',
    confirmCode:
      "aws ec2 describe-network-acls --filters Name=association.subnet-id,Values=TARGET_SUBNET_ID --query 'NetworkAcls[].Entries[?!Egress]'\naws elbv2 describe-target-group-attributes --target-group-arn TARGET_GROUP_ARN --query \"Attributes[?Key=='preserve_client_ip.enabled']\"",
    confusedWith:
      "The target's security group, which is looked at first and found in order. Another machine in the target's own subnet reaches it, since ACLs stand at a subnet's border only; people conclude from this that the network is fine. A new load balancer subnet that an old entry does not cover shows as one silent zone. Where only clients are denied: the target's security group, which also has to admit clients whose address it sees.",
    cdk: "Give the ACL an ingress entry from the load balancer's subnets for the port, in front of the one that denies; and from the clients' ranges where their addresses are preserved, or do not preserve them.",
    cdkCode: `networkAcl.addEntry('requests-from-load-balancer', {
  cidr: ec2.AclCidr.ipv4('10.0.0.0/24'),
  direction: ec2.TrafficDirection.INGRESS,
  ruleAction: ec2.Action.ALLOW,
  ruleNumber: 80,
  traffic: ec2.AclTraffic.tcpPort(8080),
});`,
  },
});
