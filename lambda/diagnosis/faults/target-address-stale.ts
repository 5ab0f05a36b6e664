import type { Fix } from '../../model/diagnosis.ts';
import type { EndpointContext } from '../../model/evidence.ts';
import { defineFault } from '../fault.ts';
import { strangerAt } from '../stranger-at.ts';
import { targetInCommand } from '../target-in-command.ts';
import { withWitnesses } from '../with-witnesses.ts';

/** The registered address belongs to nobody, or to something that is no target. */
export const fault = defineFault({
  code: 'target-address-stale',
  title: 'The registered address belongs to no host of this service',
  component: 'target-host',
  subject: 'endpoint',
  kind: 'cause',
  refines: ['target-port-closed'],
  explains: [
    ...(['traffic:timed-out', 'traffic:unreachable', 'traffic:refused', 'traffic:connected'] as const),
    ...(['health-check:timed-out', 'health-check:unreachable'] as const),
    ...(['health-check:refused', 'health-check:connected'] as const),
  ],
  needs: withWitnesses('addressHolder'),
  match: ({ addressHolder, ...beside }, context) => {
    // What drains is already taken out.
    if (!isByAddress(context) || beside.loadBalancerWord?.state === 'draining') return null;
    const stranger = strangerAt(addressHolder, beside, context);
    if (stranger === null) return null;
    const { words, ...heard } = stranger;
    const holder = addressHolder === null ? {} : { value: addressHolder.id };
    return {
      ...heard,
      certainty: 'likely',
      culprit: { resource: context.endpoint.target.id, ...holder },
      facts: [{ name: 'who holds the address', value: words }, ...heard.facts],
      words,
    };
  },
  why: ({ words, sentence }, { endpoint: { target }, targetGroup }) =>
    `${target.id} is ${targetGroup === null ? 'watched' : 'registered'}, and ${words}. ${sentence} Whoever served there is gone, and nobody took the address out. (In a subnet that another account shares, that account's interfaces are not to be seen from here.)`,
  fix: (_proof, { endpoint, targetGroup, caller }) => {
    if (targetGroup === null) return watchedFix(endpoint.target.id, caller.name);
    return {
      summary: `Take ${endpoint.target.id} out of ${targetGroup.name}, and register the address that the service has now.`,
      commands: [targetInCommand('deregister-targets', { endpoint, targetGroup })],
      cdk: 'let the ECS service, the controller or the Auto Scaling group register its own targets: never write addresses into the code',
      confirm: 'Check again: the address is gone from the target group, and every target that is left connects.',
      changes: null,
    };
  },
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html',
    'VPC Reachability Analyzer: NO_POSSIBLE_DESTINATION, TARGET_ADDRESS_RESTRICTION',
    'Target health: Target.Timeout or Target.FailedHealthChecks; Target.IpUnusable where a load balancer has the address',
  ],
  page: {
    meaning:
      'A target of type `ip` is only an address. When the host or the container that had it goes away without being deregistered, the address stays registered and leads to nobody; or, once AWS has given it out again, to something else.',
    probe:
      '`timed-out`: there is no host, and the VPC says nothing. `refused` or even `connected` where something else has the address by now.',
    loadBalancer:
      '`unhealthy`, `Target.Timeout` (Application Load Balancer) or `Target.FailedHealthChecks`. It does not know that the host is gone. Where another service answers the check, it may say `healthy`.',
    user: 'Nothing while other targets are healthy. Where the address has a new owner that answers: wrong answers.',
    confirmCode:
      "aws ec2 describe-network-interfaces --filters Name=addresses.private-ip-address,Values=10.0.1.5 --query 'NetworkInterfaces[].[NetworkInterfaceId,Status,Description]'",
    confusedWith:
      'A security group, since both are silent. An address without an interface has no security group. In a shared VPC the interfaces of other accounts are not listed: ask the owner before taking the address out.',
    cdk: 'Hand the service to the listener, so that it registers and deregisters its own addresses.',
    cdkCode: `listener.addTargets('orders', {
  port: 7000,
  protocol: elbv2.Protocol.TCP,
  targets: [fargateService],
});
// not: targets: [new targets.IpTarget('10.0.1.5')]`,
  },
});

/** Whoever is registered by instance id is dialled where that instance is. */
function isByAddress({ endpoint, targetGroup }: EndpointContext): boolean {
  return targetGroup === null ? !/^(i|eni)-/.test(endpoint.target.id) : targetGroup.targetType === 'ip';
}

function watchedFix(host: string, watch: string): Fix {
  return {
    summary: `Let ${watch} lead to where the service is now: what calls it, and what is watched, still have ${host}.`,
    commands: [],
    cdk: 'take the address from the construct of the service (`database.instanceEndpoint.hostname`): never write addresses into the code',
    confirm: 'Check again: the address that the service has now connects.',
    changes: null,
  };
}
