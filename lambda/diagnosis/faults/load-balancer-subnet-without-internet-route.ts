import { clientBlockages } from '../client-blockages.ts';
import { defineFault } from '../fault.ts';
import { internetRouteFix } from '../internet-route-fix.ts';

const NEEDS = [['clients:internet', 'routeTables', 'internetGateways']] as const;
/** Clients of an internal one do not come from the internet, and what leads there is not even read. */
const NOTHING = [[]] as const;

/** The load balancer faces the internet, and the internet cannot reach a subnet of it, or its answers find no way out. */
export const fault = defineFault({
  code: 'load-balancer-subnet-without-internet-route',
  title: "The internet-facing load balancer's subnet has no way to the internet",
  component: 'route',
  subject: 'load-balancer',
  kind: 'cause',
  refines: [],
  explains: ['configuration'],
  needs: NEEDS,
  needsIn: ({ loadBalancer }) => (loadBalancer.scheme === 'internal' ? NOTHING : NEEDS),
  match: (facts, context) => {
    if (context.loadBalancer.scheme === 'internal') return null;
    return clientBlockages(facts['clients:internet'], context).map((blockage) => {
      const { hop } = blockage;
      const line = hop.line === undefined ? {} : { line: hop.line };
      const value = hop.kind === 'route' && hop.line === undefined ? { value: 'no route' } : {};
      const { routeTables, internetGateways } = facts;
      return {
        ...{ ...blockage, routeTables, internetGateways },
        certainty: 'certain' as const,
        culprit: { resource: hop.resource, ...line, ...value },
        facts: [{ name: 'configuration', value: hop.why }],
      };
    });
  },
  why: ({ hop, paths }, { loadBalancer }) => {
    const subnets = [...new Set(paths.flatMap(({ subnetId }) => subnetId ?? []))].join(', ');
    return `${loadBalancer.name} faces the internet and stands in ${subnets}, but ${hop.why}. Clients who are given the address of a node there wait in vain, though every target is healthy.`;
  },
  fix: (proof, { loadBalancer }) => internetRouteFix({ ...proof, loadBalancer }),
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html',
    'VPC Reachability Analyzer: NO_ROUTE_TO_DESTINATION, NO_PATH',
  ],
  page: {
    meaning:
      "An internet-facing load balancer has a node with a public address in each of its subnets. What comes from the internet enters by the internet gateway of the VPC, and the node's answers leave by the route table of its subnet. Where that table has no route to the gateway (or one to a NAT gateway instead), where no gateway is attached, or where VPC block public access forbids it, the node's public address leads nowhere.",
    probe:
      '`connected`: probes start beside the node and dial targets, which do not lie in the internet. Only the configuration shows it.',
    loadBalancer: '`healthy`, in every zone: health checks stay within the VPC.',
    user: 'Connections that hang, for the share of clients whom DNS gives the address of a node in one of these subnets: one in three where one of three subnets is private. Trying again often works.',
    confirmCode:
      "aws ec2 describe-route-tables --filters Name=association.subnet-id,Values=LOAD_BALANCER_SUBNET_ID --query 'RouteTables[].Routes'",
    confusedWith:
      "The load balancer's security group or its subnet's network ACL, which drop just as silently. A group turns clients away in every zone alike. A subnet without a table of its own has the VPC's main one, which mostly is private.",
    cdk: 'Let the VPC construct choose subnets that have a route to the internet gateway.',
    cdkCode: `new elbv2.ApplicationLoadBalancer(this, 'Shop', {
  vpc,
  internetFacing: true,
  vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
});`,
  },
});
