import { aclFix } from '../acl-fix.ts';
import { defineFault } from '../fault.ts';
import { preservedClientsInWords } from '../preserved-clients-in-words.ts';
import { targetAclBlockages } from '../target-acl-blockages.ts';
import { withClients } from '../with-clients.ts';
import { withWitnesses } from '../with-witnesses.ts';

/** The network ACL of the target's subnet lets the request in and the answer not out: ACLs have no memory. */
export const fault = defineFault({
  code: 'target-subnet-acl-blocks-response',
  title: "The network ACL of the target's subnet blocks its answers",
  component: 'target-subnet-acl',
  subject: 'endpoint',
  kind: 'cause',
  refines: [],
  explains: ['traffic:timed-out', 'health-check:timed-out', 'configuration'],
  ...withClients(withWitnesses('return:network-acl-egress', 'forward:network-acl-egress', 'networkAcls', 'subnets')),
  match: (facts, context) => {
    const hops = facts['return:network-acl-egress'];
    const along = facts['forward:network-acl-egress'];
    return targetAclBlockages({ egress: true, packets: 'answer', hops, along }, facts, context);
  },
  why: (one) =>
    one.whose === 'clients'
      ? preservedClientsInWords(one, one.behind)
      : `The request gets in, but the answer does not get out of the target's subnet: ${one.hop.why}. ${one.sentence}`,
  fix: (one, context) =>
    one.whose === 'clients'
      ? {
          ...one.mend,
          cdk: 'networkAcl.addEntry(…, { direction: EGRESS, … }) for the clients, in front of the denying one',
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
      "Network ACLs have no memory: the answer is judged as a packet of its own, addressed to the port that the load balancer dialled from (1024-65535). The ACL of the target's subnet denies it on its way out, by the first entry that matches or by the implicit deny at the end. Where only part of that range is denied, only some connections hang. This is then likely or only possible, by how many ports are denied; a denial of less than one port in a hundred is passed over. A Network Load Balancer that preserves client addresses (by default for instances) hands connections over as the clients' own: the answers are then addressed to the clients, to whatever port they dialled from.",
    probe:
      "`timed-out`, in the zones whose load balancer subnet the denying entry covers. Even a closed port is silent: the refusal is an answer too. `connected` where the entry covers only clients with addresses of their own: probes come from the load balancer's subnets.",
    loadBalancer:
      '`unhealthy`. An Application Load Balancer says `Target.Timeout`; a Network Load Balancer says `Target.FailedHealthChecks`. `healthy` where only clients are denied, since health checks come from the load balancer.',
    user: '504 after ten seconds through an Application Load Balancer; a connection that hangs through a Network Load Balancer. The application may even log the connection: the request did arrive. Where a Network Load Balancer preserves client addresses and the entry covers those alone, users hang while everything is green.',
    confirmCode:
      "aws ec2 describe-network-acls --filters Name=association.subnet-id,Values=TARGET_SUBNET_ID --query 'NetworkAcls[].Entries[?Egress]'\naws elbv2 describe-target-group-attributes --target-group-arn TARGET_GROUP_ARN --query \"Attributes[?Key=='preserve_client_ip.enabled']\"",
    confusedWith:
      "A security group, which nobody needs to open for answers: it remembers the request. People therefore open the target's security group wider and wider. In flow logs the sign is ACCEPT for the request and REJECT for the answer.",
    cdk: "Give the ACL an egress entry to the load balancer's subnets for the ephemeral ports, in front of the one that denies; and to the clients' ranges where their addresses are preserved, or do not preserve them.",
    cdkCode: `networkAcl.addEntry('answers-to-load-balancer', {
  cidr: ec2.AclCidr.ipv4('10.0.0.0/24'),
  direction: ec2.TrafficDirection.EGRESS,
  ruleAction: ec2.Action.ALLOW,
  ruleNumber: 80,
  traffic: ec2.AclTraffic.tcpPortRange(1024, 65535),
});`,
  },
});
