import type { EndpointContext } from '../../model/evidence.ts';
import { awsCommand } from '../aws-command.ts';
import { defineFault } from '../fault.ts';
import { targetInCommand } from '../target-in-command.ts';
import { unanswered } from '../unanswered.ts';
import { withWitnesses } from '../with-witnesses.ts';

/** States in which an instance serves nobody, or soon will not. */
const NOT_RUNNING = ['stopping', 'stopped', 'shutting-down', 'terminated'];
/** Those from which it does not come back. */
const GONE = ['shutting-down', 'terminated'];

/** The instance is stopped or terminated, or about to be. */
export const fault = defineFault({
  code: 'target-instance-not-running',
  title: "The target's instance is not running",
  component: 'target-host',
  subject: 'endpoint',
  kind: 'cause',
  refines: [],
  explains: ['traffic:timed-out', 'traffic:unreachable', 'health-check:timed-out', 'health-check:unreachable'],
  needs: withWitnesses('targetInstance'),
  match: ({ targetInstance: instance, ...beside }, context) => {
    if (instance === null || !NOT_RUNNING.includes(instance.state)) return null;
    // It is already taken out, as is due to one that does not come back.
    if (beside.loadBalancerWord?.state === 'draining' && GONE.includes(instance.state)) return null;
    const silence = unanswered(beside, context);
    if (silence === null) return null;
    const { dialled, ...heard } = silence;
    return {
      ...heard,
      certainty: dialled ? 'certain' : 'likely',
      culprit: { resource: instance.id, value: instance.state },
      facts: [{ name: `state of ${instance.id}`, value: instance.state }, ...heard.facts],
      instance,
    };
  },
  why: ({ instance, sentence }, { endpoint: { target } }) => {
    const behind = target.id === instance.id ? '' : `, which holds ${target.id},`;
    return `${instance.id}${behind} is ${instance.state}. ${sentence} A host that is gone answers nobody.`;
  },
  fix: ({ instance }, context) => fixOf(instance, context),
  see: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
    'Target health: Target.InvalidState (instance targets); Target.Timeout or Target.FailedHealthChecks (its address as a target)',
  ],
  page: {
    meaning:
      'The target is registered, and its instance is stopped, terminated, or on the way there. Its address stays with it while it is stopped, so the network looks complete; nobody is at home.',
    probe: '`timed-out`, from every zone; rarely `unreachable`.',
    loadBalancer:
      '`unused`, `Target.InvalidState`, where the instance itself is registered. Where its address is registered the load balancer knows of no instance and says `Target.Timeout` or `Target.FailedHealthChecks`.',
    user: 'Little while other targets are left, since requests go to those; 503 or a connection that hangs once it was the last.',
    confirmCode:
      "aws ec2 describe-instances --instance-ids INSTANCE_ID --query 'Reservations[].Instances[].State.Name'",
    confusedWith:
      'A security group, because both are silent: the state of the instance decides. A running instance whose status checks fail is silent too, and is not this. Someone who saves money with a nightly stop, or a stopped spot instance, leaves targets in this state.',
    cdk: 'Let an Auto Scaling group own the instances: it replaces them, and registers and deregisters them itself.',
    cdkCode: `const group = new autoscaling.AutoScalingGroup(this, 'Web', {
  vpc,
  instanceType,
  machineImage,
  minCapacity: 2,
});
listener.addTargets('web', {
  port: 8080,
  protocol: elbv2.ApplicationProtocol.HTTP,
  targets: [group],
});`,
  },
});

function fixOf({ id, state }: { readonly id: string; readonly state: string }, context: EndpointContext) {
  const { endpoint, targetGroup, caller } = context;
  const gone = GONE.includes(state);
  const from = targetGroup?.name ?? caller.name;
  const start = awsCommand(caller.arn, `ec2 start-instances --instance-ids ${id}`);
  const out = targetGroup === null ? [] : [targetInCommand('deregister-targets', { endpoint, targetGroup })];
  return {
    summary: gone
      ? `${id} does not come back: take it out of ${from}, and ${targetGroup === null ? 'watch' : 'register'} what has replaced it.`
      : `Start ${id}, or take it out of ${from} if it is meant to be ${state}.`,
    commands: gone ? out : [start],
    cdk: 'let an Auto Scaling group own the instance, and hand the group to the listener as its target',
    confirm: 'Check again once the instance runs: the connections are accepted, the load balancer follows its checks.',
    changes: null,
  };
}
