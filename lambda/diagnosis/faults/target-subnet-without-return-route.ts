import { defineFault } from '../fault.ts';
import { routeBlockages } from '../route-blockages.ts';
import { routeFix } from '../route-fix.ts';
import { withWitnesses } from '../with-witnesses.ts';

/** The request arrives, and no route, or a dead one, leads the answer back. */
export const fault = defineFault({
  code: 'target-subnet-without-return-route',
  title: "The target's subnet has no route back to the load balancer",
  component: 'route',
  subject: 'endpoint',
  kind: 'cause',
  refines: [],
  explains: ['traffic:timed-out', 'health-check:timed-out'],
  needs: withWitnesses('return:route', 'paths', 'subnets', 'routeTables'),
  match: (facts, context) => routeBlockages('answer', facts['return:route'], facts, context),
  why: ({ hop, sentence }) => `The request gets in, but the answer finds no way back: ${hop.why}. ${sentence}`,
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
      "Answers are routed by the route table of the target's subnet, not by the way that the request came. It has no route to the load balancer's subnet, or the most specific one is a blackhole: what it led to was deleted, and the route was left behind. Between peered VPCs it is the half that was forgotten: each side needs a route to the other, and the default route, to a NAT gateway or out to the internet, is none. The answer is dropped without a word.",
    probe:
      '`timed-out`, from the zones whose load balancer subnet lies within the range that is not led back. Even a closed port is silent: the refusal is an answer too.',
    loadBalancer:
      '`unhealthy`. An Application Load Balancer says `Target.Timeout`; a Network Load Balancer says `Target.FailedHealthChecks`.',
    user: '504 after ten seconds through an Application Load Balancer; a connection that hangs through a Network Load Balancer. The application may even log the connection: the request did arrive.',
    confirmCode:
      "aws ec2 describe-route-tables --filters Name=association.subnet-id,Values=TARGET_SUBNET_ID --query 'RouteTables[].Routes'",
    confusedWith:
      "A network ACL that blocks answers, of which flow logs show REJECT; a missing route leaves no line there at all. A security group, which remembers the request and never stands in the answer's way.",
    cdk: "Give the targets' tables the route back in the same stack as the route there.",
    cdkCode: `new ec2.CfnRoute(this, 'ToPeer', {
  routeTableId: subnet.routeTable.routeTableId,
  destinationCidrBlock: '10.0.0.0/16',
  vpcPeeringConnectionId: peering.ref,
});`,
  },
});
