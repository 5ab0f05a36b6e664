import type { LoadBalancer, Subnet } from '../../model/inventory.ts';
import { awsCommand } from '../aws-command.ts';
import { defineFault } from '../fault.ts';

/** What each state of a load balancer that is not in order means to those that it serves. */
const MEANING: Readonly<Record<string, string>> = {
  provisioning: 'It is still being set up, and serves nobody yet.',
  failed: 'It could not be set up, and serves nobody.',
  active_impaired: 'It serves, but has not what it needs to grow: with more traffic it will turn users away.',
};

/** An Application Load Balancer needs as many free addresses in each subnet to grow (user guide, *Subnets*). */
const FREE_ADDRESSES_NEEDED = 8;

/** The load balancer itself is not in order: provisioning, failed or impaired. */
export const fault = defineFault({
  code: 'load-balancer-not-active',
  title: 'The load balancer is not active',
  component: 'load-balancer',
  subject: 'load-balancer',
  kind: 'cause',
  refines: [],
  explains: ['configuration'],
  // Its state came with the load balancer itself; the subnets only tell more of it.
  needs: [['subnets'], []],
  match: ({ subnets = [] }, { loadBalancer }) => {
    const { arn, state, stateReason } = loadBalancer;
    if (!(state in MEANING)) return null;
    const scarce = scarceSubnets(subnets, loadBalancer);
    return {
      certainty: 'certain',
      zones: null,
      culprit: { resource: arn, line: 'state', value: stateReason === null ? state : `${state}: ${stateReason}` },
      facts: [
        { name: `state of ${loadBalancer.name}`, value: state },
        { name: 'the reason that AWS gives', value: stateReason ?? 'none' },
        ...scarce.map(({ id, availableAddresses }) => ({
          name: `free addresses in ${id}`,
          value: String(availableAddresses),
        })),
      ],
      scarce,
    };
  },
  why: ({ scarce }, { loadBalancer: { name, state, stateReason } }) => {
    const reason = stateReason === null ? 'AWS gives no reason.' : `AWS says: ${withStop(stateReason)}`;
    const short = scarce.map(({ id, availableAddresses }) => ` ${id} has ${availableAddresses} free addresses left.`);
    return `${name} is in state ${state}. ${MEANING[state]} ${reason}${short.join('')}`;
  },
  fix: ({ scarce }, { loadBalancer }) => ({
    summary: summaryOf(loadBalancer, scarce),
    commands: loadBalancer.state === 'provisioning' ? [waitFor(loadBalancer.arn)] : [],
    cdk: `subnets with at least ${FREE_ADDRESSES_NEEDED} free addresses each (a /27 or larger) for the load balancer alone`,
    confirm: `Check again: the state of ${loadBalancer.name} is active.`,
    changes: null,
  }),
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerState.html',
  ],
  page: {
    meaning:
      'AWS calls the state of the load balancer `provisioning` (it is being set up), `failed` (it could not be) or `active_impaired` (it serves, but has not the resources to grow, mostly because its subnets have no addresses left).',
    probe: 'Nothing by itself: the probers dial the targets, and those may be in order.',
    loadBalancer:
      'Its own state and the reason in `describe-load-balancers`. The health of its targets may be unknown.',
    user: 'With `provisioning` and `failed`: the name does not resolve, or nobody answers. With `active_impaired`: nothing, until traffic grows; then slow answers and 503.',
    confirmCode: "aws elbv2 describe-load-balancers --names LOAD_BALANCER --query 'LoadBalancers[].State'",
    confusedWith:
      'An overload of the targets: here the load balancer is what cannot grow. A new one is `provisioning` for a few minutes, and that mends itself.',
    cdk: 'Give the load balancer subnets of its own that are large enough, so that nothing else uses up their addresses.',
    cdkCode: `new ec2.Vpc(this, 'Vpc', {
  subnetConfiguration: [
    { name: 'edge', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 26 },
    { name: 'app', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
  ],
});`,
  },
});

function scarceSubnets(subnets: readonly Subnet[], { zones, state }: LoadBalancer): readonly Subnet[] {
  if (state === 'provisioning') return [];
  const own = zones.map(({ subnetId }) => subnetId);
  return subnets.filter((one) => own.includes(one.id) && one.availableAddresses < FREE_ADDRESSES_NEEDED);
}

function withStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function summaryOf({ name, state }: LoadBalancer, scarce: readonly Subnet[]): string {
  if (state === 'provisioning') return `Wait until ${name} is active, which takes a few minutes.`;
  const free =
    scarce.length === 0
      ? ''
      : ` Free addresses in ${scarce.map(({ id }) => id).join(', ')} (at least ${FREE_ADDRESSES_NEEDED} each), or give it larger subnets of the same zones.`;
  return state === 'failed'
    ? `Mend what the reason says, then delete ${name} and create it anew: a failed load balancer does not recover.${free}`
    : `Mend what the reason says.${free}`;
}

function waitFor(arn: string): string {
  return awsCommand(arn, `elbv2 wait load-balancer-available --load-balancer-arns ${arn}`);
}
