import { clientAclBlockages } from '../client-acl-blockages.ts';
import { clientPorts } from '../client-ports.ts';
import { clientsInWords } from '../clients-in-words.ts';
import { defineFault } from '../fault.ts';
import { hangsSome } from '../hangs-some.ts';
import { listed } from '../listed.ts';

/** The network ACL of a load balancer's subnet denies its clients' requests, or the answers to them. */
export const fault = defineFault({
  code: 'load-balancer-subnet-acl-blocks-clients',
  title: "The network ACL of the load balancer's subnet turns clients away",
  component: 'load-balancer-subnet-acl',
  subject: 'load-balancer',
  kind: 'cause',
  refines: [],
  explains: ['configuration', 'listener:timed-out'],
  needs: [['clients:network-acl', 'networkAcls']],
  match: (facts, context) => clientAclBlockages(facts['clients:network-acl'], facts.networkAcls, context),
  why: ({ hop, paths, egress }, context) => {
    const ports = listed(clientPorts(paths).map(String));
    const clients = clientsInWords(paths, context);
    const what = egress
      ? `Answers from port ${ports} to ${clients} do`
      : `What comes from ${clients} to port ${ports} does`;
    const way = egress ? "out of the load balancer's subnet" : "into the load balancer's subnet";
    const some = hangsSome(hop) ? ' It depends on the port that a client dials from.' : '';
    return `${what} not get ${way}: ${hop.why}.${some} Health checks go another way, and are as they were.`;
  },
  fix: ({ mend, egress }) => ({
    ...mend,
    cdk: `networkAcl.addEntry(…, { direction: ${egress ? 'EGRESS' : 'INGRESS'}, … }) for the clients, in front of the denying one`,
  }),
  see: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    'VPC Reachability Analyzer: SUBNET_ACL_RESTRICTION',
  ],
  page: {
    meaning:
      "The network ACL of the subnet that a node of the load balancer stands in denies the clients' way in to a port that it serves, or the answers' way out. A network ACL remembers nothing: requests need an entry for the listener's port, answers one for the ports that clients dial from, which are all from 1024 up.",
    probe: '`connected`: probes go from the load balancer to its targets, which other entries decide on.',
    loadBalancer: '`healthy`: its checks do not meet these entries.',
    user: 'New connections hang for the share of clients who are given the address of a node in these zones. Where only the answers are denied, too: the load balancer sees the request, and nobody hears of it.',
    confirmCode:
      "aws ec2 describe-network-acls --filters Name=association.subnet-id,Values=LOAD_BALANCER_SUBNET_ID --query 'NetworkAcls[].Entries'",
    confusedWith:
      "The load balancer's security group, which drops just as silently, but in all zones alike. A security group lets answers out by itself; whoever thinks of network ACLs in the same way forgets the answers' ports.",
    cdk: "Give the ACL an ingress entry for the listener's port and an egress entry for the clients' ports, in front of what denies them.",
    cdkCode: `networkAcl.addEntry('requests-of-clients', {
  cidr: ec2.AclCidr.anyIpv4(),
  direction: ec2.TrafficDirection.INGRESS,
  ruleNumber: 80,
  traffic: ec2.AclTraffic.tcpPort(443),
});
networkAcl.addEntry('answers-to-clients', {
  cidr: ec2.AclCidr.anyIpv4(),
  direction: ec2.TrafficDirection.EGRESS,
  ruleNumber: 80,
  traffic: ec2.AclTraffic.tcpPortRange(1024, 65535),
});`,
  },
});
