import type { BehindContext, LoadBalancerWord } from '../../model/evidence.ts';
import { awsCommand } from '../aws-command.ts';
import { defineFault, type Proof } from '../fault.ts';
import { likeSubnets, type SubnetWays } from '../like-subnets.ts';
import { listed } from '../listed.ts';

/** States in which the load balancer does use the target, or will not much longer: then its zone is not what is wrong. */
const USED = ['healthy', 'unhealthy', 'unhealthy.draining', 'draining'];

/** The target stands in a zone that the load balancer does not serve; or clients come to a zone that has no target. */
export const fault = defineFault({
  code: 'target-zone-not-enabled',
  title: 'Zones of the load balancer and of its targets do not match',
  component: 'load-balancer',
  subject: 'endpoint',
  behind: true,
  kind: 'cause',
  refines: [],
  explains: ['configuration'],
  needs: [
    ['targetZone', 'zonesWithoutTarget', 'loadBalancerWord', 'subnets', 'routeTables', 'networkAcls'],
    ['targetZone', 'zonesWithoutTarget', 'loadBalancerWord'],
    ['targetZone', 'zonesWithoutTarget'],
  ],
  match: ({ targetZone: zone, zonesWithoutTarget, loadBalancerWord: word, ...ways }, context): readonly ZoneProof[] => {
    const outside = outsideProof({ zone, word, ways: waysOf(ways) }, context);
    return outside === null ? zonesWithoutTarget.map((bare) => bareProof(bare, context)) : [outside];
  },
  why: ({ outside, zone }, { endpoint: { target }, loadBalancer, targetGroup }) => {
    const enabled = listed(loadBalancer.zones.map((one) => one.zone));
    return outside
      ? `${target.id} stands in ${zone}, and ${loadBalancer.name} is enabled in ${enabled} only: it sends nothing to ${target.id}, and does not check it, however well it answers.`
      : `${loadBalancer.name} has a node in ${zone}, and no target of ${targetGroup.name} stands there. Cross-zone load balancing is off, so that node has nobody to send to. No zone holds targets of every group of ${loadBalancer.name}, and then its name leads to all of its nodes, this one too. (${target.id} itself is in order: what concerns the whole group is told of its first target.)`;
  },
  fix: ({ outside, zone, subnetId }, context) =>
    outside ? enableFix(zone, subnetId, context) : bareFix(zone, context),
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-subnets.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/availability-zones.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetSubnets.html',
    'https://repost.aws/knowledge-center/elb-dns-cross-zone-balance-configuration',
    'VPC Reachability Analyzer: ELB_INSTALLED_AZ_RESTRICTION, ELB_NOT_CROSSZONE, ELBV2_NO_TARGETS_IN_AZ',
    'Target health: Target.NotInUse',
  ],
  page: {
    meaning:
      'A load balancer serves the zones that are enabled for it, by one subnet each. A target that is registered in another zone gets nothing. And where cross-zone load balancing is off, as it is by default for a Network Load Balancer, each node sends to the targets of its own zone only: an enabled zone without a target has a node that serves nobody. Its address leaves the DNS then, and nobody is worse off, as long as another zone has healthy targets of every group. Where each zone lacks the targets of some group, all addresses stay in the DNS.',
    probe: '`connected`: the target answers whoever asks. Nobody does.',
    loadBalancer:
      '`unused`, `Target.NotInUse`, for a target in a zone that is not enabled. Of a zone without a target it says nothing.',
    user: 'Less capacity than was paid for, and none where all targets stand in such zones (503). Of zones none of which has targets of every group: connections to some of the nodes get nowhere, by the port that they are for.',
    confirmCode: `aws elbv2 describe-load-balancers --names LOAD_BALANCER --query 'LoadBalancers[].AvailabilityZones[].[ZoneName,SubnetId]'
aws elbv2 describe-target-health --target-group-arn TARGET_GROUP_ARN`,
    confusedWith:
      'A group that no rule refers to, which has the same reason (`Target.NotInUse`): there no target of the group is checked. A Network Load Balancer with cross-zone load balancing may be told to serve targets of a zone in which it cannot have a node; the target health decides.',
    cdk: 'Give the load balancer a subnet in every zone in which the service runs.',
    cdkCode: `new elbv2.ApplicationLoadBalancer(this, 'Shop', {
  vpc,
  // and the service in the same zones
  vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC, onePerAz: true },
});`,
  },
});

/** `outside`: the target stands where the load balancer does not; otherwise the zone has no target. */
type ZoneProof = Proof & { readonly outside: boolean; readonly zone: string; readonly subnetId: string | null };

type Judged = {
  readonly zone: string | null;
  readonly word: LoadBalancerWord | undefined;
  readonly ways: SubnetWays | null;
};

function waysOf({ subnets, routeTables, networkAcls }: Partial<SubnetWays>): SubnetWays | null {
  if (subnets === undefined || routeTables === undefined || networkAcls === undefined) return null;
  return { subnets, routeTables, networkAcls };
}

function outsideProof(
  { zone, word, ways }: Judged,
  { endpoint: { target }, loadBalancer }: BehindContext,
): ZoneProof | null {
  const enabled = loadBalancer.zones.map((one) => one.zone);
  if (zone === null || enabled.includes(zone) || USED.includes(word?.state ?? '')) return null;
  const own = loadBalancer.zones.map(({ subnetId }) => subnetId);
  const agrees = word?.reason === 'Target.NotInUse';
  return {
    outside: true,
    zone,
    subnetId: ways === null ? null : (likeSubnets(own, zone, ways)?.id ?? null),
    certainty: agrees ? 'certain' : 'likely',
    zones: null,
    culprit: { resource: loadBalancer.arn, line: 'zones', value: listed(enabled) },
    facts: [
      { name: `zone of ${target.id}`, value: zone },
      { name: `zones of ${loadBalancer.name}`, value: listed(enabled) },
      ...(word === undefined
        ? []
        : [{ name: "the load balancer's word", value: [word.state, word.reason ?? ''].join(' ').trim() }]),
    ],
  };
}

function bareProof(zone: string, { loadBalancer, targetGroup }: BehindContext): ZoneProof {
  return {
    outside: false,
    zone,
    subnetId: null,
    // What the DNS gives out goes by health; this goes by what is registered.
    certainty: 'likely',
    zones: [zone],
    culprit: { resource: targetGroup.arn, line: 'load_balancing.cross_zone.enabled', value: `no target in ${zone}` },
    facts: [
      { name: `zones of ${loadBalancer.name}`, value: listed(loadBalancer.zones.map((one) => one.zone)) },
      { name: `targets of ${targetGroup.name} in ${zone}`, value: 'none' },
      { name: 'cross-zone load balancing', value: 'off' },
    ],
  };
}

function enableFix(zone: string, subnetId: string | null, { endpoint, loadBalancer, targetGroup }: BehindContext) {
  const { arn, name, zones } = loadBalancer;
  const all = [...zones.map((one) => one.subnetId), subnetId].join(' ');
  // An internet-facing Network Load Balancer has to be told the addresses of its nodes again, which nobody has read.
  const exact = subnetId !== null && !(loadBalancer.type === 'network' && loadBalancer.scheme === 'internet-facing');
  const how = exact
    ? ` ${subnetId} is the only subnet there with the same route table and network ACL as those that it has.`
    : ` Which subnet of ${zone} it is to have is yours to choose; \`aws elbv2 set-subnets\` wants all of them, those that it has (${listed(zones.map((one) => one.subnetId))}) among them, each with the address that was chosen for it.`;
  return {
    summary: `Enable ${zone} for ${name}, or take ${endpoint.target.id} out of ${targetGroup.name}.${how}`,
    commands: exact ? [awsCommand(arn, `elbv2 set-subnets --load-balancer-arn ${arn} --subnets ${all}`)] : [],
    cdk: 'vpcSubnets of the load balancer that hold a subnet of every zone in which its targets stand',
    confirm: 'Check again: the load balancer checks the target, and calls it healthy.',
    changes: null,
  };
}

function bareFix(zone: string, { loadBalancer, targetGroup: { arn, name } }: BehindContext) {
  const attributes = '--attributes Key=load_balancing.cross_zone.enabled,Value=true';
  return {
    summary: `Register a target of ${name} in ${zone}, or let the nodes of ${loadBalancer.name} send to all zones (traffic between zones costs), or take ${zone} away from it.`,
    commands: [awsCommand(arn, `elbv2 modify-target-group-attributes --target-group-arn ${arn} ${attributes}`)],
    cdk: 'crossZoneEnabled: true on the target group or the load balancer, or a service that runs in every zone of it',
    confirm: `Check again: every node of ${loadBalancer.name} has a target to send to.`,
    changes: null,
  };
}
