import { defineFault } from '../fault.ts';
import { routeBlockages } from '../route-blockages.ts';
import { routeFix } from '../route-fix.ts';
import { withWitnesses } from '../with-witnesses.ts';

/** No route, or a dead one, leads from the load balancer's subnet to the target. */
export const fault = defineFault({
  code: 'load-balancer-subnet-without-route',
  title: "The load balancer's subnet has no route to the target",
  component: 'route',
  subject: 'endpoint',
  kind: 'cause',
  refines: [],
  explains: ['traffic:timed-out', 'health-check:timed-out'],
  needs: withWitnesses('forward:route', 'paths', 'subnets', 'routeTables'),
  match: (facts, context) => routeBlockages('request', facts['forward:route'], facts, context),
  why: ({ hop, sentence }) => `The request finds no way out of the load balancer's subnet: ${hop.why}. ${sentence}`,
  fix: ({ lost }) => routeFix(lost),
  see: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html',
    'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html',
    'VPC Reachability Analyzer: NO_ROUTE_TO_DESTINATION, BAD_STATE_ROUTE',
    'Target health: Target.Timeout (Application Load Balancer), Target.FailedHealthChecks (Network Load Balancer)',
  ],
  page: {
    meaning:
      "The route table of the subnet that the load balancer's node stands in has no route to the target's address, or the most specific one is a blackhole: what it led to (a peering connection, an appliance's interface, a gateway) was deleted, and the route was left behind. Or the packet falls to the default route, and a NAT or internet gateway gets it, which carries nothing on to a private address; or to a peering connection or transit gateway that is no longer in force. A blackhole more specific than the VPC's own `local` route takes its addresses away even from within the VPC. The VPC's router drops the packet without a word.",
    probe:
      '`timed-out`, from every zone whose subnet has this route table. Never `unreachable`: the router sends no ICMP error.',
    loadBalancer:
      '`unhealthy`. An Application Load Balancer says `Target.Timeout`; a Network Load Balancer says `Target.FailedHealthChecks`.',
    user: '504 after ten seconds through an Application Load Balancer; a connection that hangs through a Network Load Balancer. Only targets within the range of the route are concerned.',
    confirmCode:
      "aws ec2 describe-route-tables --filters Name=association.subnet-id,Values=LOAD_BALANCER_SUBNET_ID --query 'RouteTables[].Routes'",
    confusedWith:
      "Security groups and network ACLs, which drop just as silently; both are in order here. A subnet without a table of its own has the VPC's main one, which nobody looks at. Reached from a bastion in another subnet the target answers, since that subnet has another table.",
    cdk: "Tie the route to the construct that it leads to, so that both go together; give every table of the load balancer's subnets one.",
    cdkCode: `new ec2.CfnRoute(this, 'ToPeer', {
  routeTableId: subnet.routeTable.routeTableId,
  destinationCidrBlock: '10.1.0.0/16',
  vpcPeeringConnectionId: peering.ref,
});`,
  },
});
