import type { EndpointContext } from '../../model/evidence.ts';
import type { ProbeResult } from '../../model/probe-result.ts';
import { conclusiveResults } from '../conclusive-results.ts';
import { defineFault, type FaultFacts } from '../fault.ts';
import { listed } from '../listed.ts';
import { fault as loadBalancerSecurityGroupBlocksTargets } from './load-balancer-security-group-blocks-targets.ts';
import { fault as loadBalancerSubnetAclBlocksRequest } from './load-balancer-subnet-acl-blocks-request.ts';
import { fault as loadBalancerSubnetAclBlocksResponse } from './load-balancer-subnet-acl-blocks-response.ts';
import { fault as targetSecurityGroupBlocksLoadBalancer } from './target-security-group-blocks-load-balancer.ts';
import { fault as targetSubnetAclBlocksRequest } from './target-subnet-acl-blocks-request.ts';
import { fault as targetSubnetAclBlocksResponse } from './target-subnet-acl-blocks-response.ts';

/** Whatever tells one port from another on the way. Routes do not: they would take the traffic with them. */
const BLOCKERS = [
  loadBalancerSecurityGroupBlocksTargets,
  loadBalancerSubnetAclBlocksRequest,
  targetSubnetAclBlocksRequest,
  targetSecurityGroupBlocksLoadBalancer,
  targetSubnetAclBlocksResponse,
  loadBalancerSubnetAclBlocksResponse,
];
const BOTH_FLOWS = [
  'forward:security-group-egress',
  'forward:network-acl-egress',
  'forward:network-acl-ingress',
  'forward:security-group-ingress',
  'return:network-acl-egress',
  'return:network-acl-ingress',
  'networkAcls',
  'securityGroupRules',
  'subnets',
  'probes',
  'trafficProbes',
] as const;

/** The traffic port passes, and the different port of the health check does not. */
export const fault = defineFault({
  code: 'health-check-port-blocked',
  title: 'The traffic passes, and the health check on its own port does not',
  component: 'target-security-group',
  subject: 'endpoint',
  behind: true,
  kind: 'cause',
  refines: BLOCKERS.map(({ code }) => code),
  byCulprit: true,
  explains: ['health-check:timed-out'],
  needs: [[...BOTH_FLOWS, 'loadBalancerWord'], BOTH_FLOWS],
  match: (facts, context) => {
    const places = parted(facts, context);
    const traffic = facts.trafficProbes.map(trafficFact);
    return BLOCKERS.flatMap((blocker) => blocker.prove(facts, context))
      .filter(({ zones }) =>
        places.some(({ zone, passes }) => passes && (zones === null || zones.includes(zone ?? ''))),
      )
      .map((proven) => ({ ...proven, facts: [...proven.facts, ...traffic], from: fromWords(places) }));
  },
  why: ({ why, from }, { endpoint, targetGroup }) =>
    `${endpoint.target.id} takes connections on its traffic port ${endpoint.target.port ?? targetGroup.port}${from}, and is checked on port ${endpoint.port}, which is blocked: the service is fine, and is taken for dead. ${why}`,
  fix: ({ fix }) => fix,
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html',
    'VPC Reachability Analyzer: ENI_SG_RULES_MISMATCH, SUBNET_ACL_RESTRICTION',
    'Target health: Target.Timeout (Application Load Balancer), Target.FailedHealthChecks (Network Load Balancer)',
  ],
  page: {
    meaning:
      'The target group checks another port than the one that takes the traffic. Security groups and network ACLs, on both ends, need to admit that port too; one of them admits the traffic port only. The finding names which.',
    probe: '`timed-out` on the port of the health check, `connected` on the traffic port of the same target.',
    loadBalancer:
      '`unhealthy`. An Application Load Balancer says `Target.Timeout`; a Network Load Balancer says `Target.FailedHealthChecks`. It does not say on which port.',
    user: 'Nothing while all targets are ill alike, since a load balancer without a healthy target sends to all of them; else the rest carry the load. Auto Scaling and ECS keep replacing hosts that are fine.',
    confirmCode: `aws elbv2 describe-target-groups --target-group-arns TARGET_GROUP_ARN --query 'TargetGroups[].[Port,HealthCheckPort]'
aws ec2 describe-security-group-rules --filters Name=group-id,Values=TARGET_GROUP_ID,LOAD_BALANCER_GROUP_ID`,
    confusedWith:
      'A dead service: requests through the load balancer are answered, and it calls every target unhealthy. Nothing that listens on the port of the health check is a refusal, at once; here there is silence.',
    cdk: 'Leave `healthCheck.port` out, or open that port as well as the one of the traffic.',
    cdkCode: `service.connections.allowFrom(loadBalancer, ec2.Port.tcp(8080));
service.connections.allowFrom(
  loadBalancer,
  ec2.Port.tcp(8081),
  'health checks',
);`,
  },
});

type Parted = { readonly zone: string | null; readonly vantagePoint: string; readonly passes: boolean };

/** The places that met silence at the port of the health check, and whether the traffic port takes their connections. */
function parted(
  { probes, trafficProbes }: Pick<FaultFacts, 'probes' | 'trafficProbes'>,
  context: EndpointContext,
): readonly Parted[] {
  return conclusiveResults(probes, context)
    .filter(({ outcome }) => outcome === 'timed-out')
    .map(({ zone, vantagePoint }) => ({ zone, vantagePoint, passes: connects(trafficProbes, vantagePoint) }));
}

function connects(results: readonly ProbeResult[], place: string): boolean {
  return results.some(({ vantagePoint, outcome }) => vantagePoint === place && outcome === 'connected');
}

/** Nothing is said of places where all of them pass. */
function fromWords(places: readonly Parted[]): string {
  const passing = places.filter(({ passes }) => passes);
  if (passing.length === places.length) return '';
  return ` from ${listed(passing.map(({ zone, vantagePoint }) => zone ?? vantagePoint))}`;
}

function trafficFact({ vantagePoint, outcome }: ProbeResult) {
  return { name: `traffic port from ${vantagePoint}`, value: outcome };
}
