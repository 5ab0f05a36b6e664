import { defineFault } from '../fault.ts';

/** No listener or rule refers to the group. */
export const fault = defineFault({
  code: 'target-group-unused',
  title: 'No listener or rule refers to the target group',
  component: 'load-balancer',
  subject: 'target-group',
  kind: 'note',
  refines: [],
  explains: ['configuration'],
  needs: [['references', 'targetHealth'], ['references']],
  match: ({ references, targetHealth }, { targetGroup }) => {
    if (references.length > 0) return null;
    const registered =
      targetHealth === undefined ? [] : [{ name: 'registered targets', value: `${targetHealth.length}` }];
    return {
      certainty: 'certain',
      zones: null,
      culprit: { resource: targetGroup.arn, line: 'listeners and rules', value: 'none' },
      facts: [{ name: `listeners and rules that refer to ${targetGroup.name}`, value: 'none' }, ...registered],
      registered: targetHealth?.length ?? null,
    };
  },
  why: ({ registered }, { targetGroup: { name } }) => {
    const targets = registered === null ? 'Whatever is registered in it' : counted(registered);
    return `No listener and no rule forwards to ${name}, nor does one name it with weight 0. ${targets} gets no requests and is not checked. Between two deploys blue and green may mean it so.`;
  },
  fix: (_proof, { targetGroup: { name } }) => ({
    summary: `If ${name} is to serve, let a listener or rule forward to it. If it was left over, delete it; if it waits for the next deploy, leave it.`,
    commands: [],
    cdk: 'addTargetGroups of the listener, or no target group',
    confirm: `Check again: a listener or rule names ${name}, or it is gone.`,
    changes: null,
  }),
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
    'Target health: Target.NotInUse',
  ],
  page: {
    meaning:
      'A target group that no listener and no rule names. Its targets are neither checked nor given requests. That is as it should be between two deploys where blue and green take turns; otherwise someone forgot the rule, or the group is left over. It is seen where the whole account is checked, not where load balancers are named.',
    probe: 'Nothing: no load balancer would dial its targets, so nobody does.',
    loadBalancer: '`unused`, `Target.NotInUse`, for every target.',
    user: 'Nothing, unless the service should be reached by this group: then the requests go elsewhere, mostly to the default action.',
    confirmCode: "aws elbv2 describe-target-groups --query 'TargetGroups[?LoadBalancerArns==`[]`].[TargetGroupName]'",
    confusedWith:
      'A target in a zone that is not enabled, which has the same reason (`Target.NotInUse`): there the group is used, and its other targets are checked. A group that a rule names with weight 0 is not unused either: its targets are checked.',
    cdk: 'A target group that is made on its own must be handed to a listener.',
    cdkCode: `listener.addTargetGroups('Api', {
  priority: 10,
  conditions: [path],
  targetGroups: [api],
});`,
  },
});

function counted(registered: number): string {
  if (registered === 0) return 'Nothing is registered in it, and what would be';
  return registered === 1 ? 'The one target in it' : `Each of the ${registered} targets in it`;
}
