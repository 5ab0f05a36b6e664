import type { ProbeResult } from '../../model/probe-result.ts';
import { answered } from '../answered.ts';
import { awsCommand } from '../aws-command.ts';
import { defineFault } from '../fault.ts';
import { onHostCommands } from '../on-host-commands.ts';

/** The traffic port accepts, and nothing listens on the health check's port of its own. */
export const fault = defineFault({
  code: 'health-check-port-closed',
  title: 'Nothing listens on the port of the health check',
  component: 'target-process',
  subject: 'endpoint',
  behind: true,
  kind: 'cause',
  refines: ['target-port-closed'],
  explains: ['health-check:refused'],
  needs: [
    ['probes', 'trafficProbes', 'paths', 'loadBalancerWord'],
    ['probes', 'trafficProbes', 'paths'],
    ['probes', 'trafficProbes', 'loadBalancerWord'],
    ['probes', 'trafficProbes'],
  ],
  match: ({ trafficProbes, ...heard }, context) => {
    if (!isServed(trafficProbes)) return null;
    const answer = answered('refused', heard, context);
    if (answer === null) return null;
    const { target, port } = context.endpoint;
    const traffic = trafficProbes.map(({ vantagePoint, outcome }) => ({
      name: `traffic port from ${vantagePoint}`,
      value: outcome,
    }));
    return {
      ...answer,
      facts: [...answer.facts, ...traffic],
      certainty: 'likely',
      culprit: { resource: target.id, value: `health check port ${port}` },
    };
  },
  why: ({ sentence }, { endpoint: { port }, targetGroup }) =>
    `${sentence} The same target accepts connections on its traffic port. ${targetGroup.name} is checked on port ${port} instead, and most likely nothing listens there: the service is fine, and is taken for dead.`,
  fix: (_proof, context) => {
    const { endpoint, targetGroup } = context;
    const { target, port } = endpoint;
    const words = `elbv2 modify-target-group --target-group-arn ${targetGroup.arn} --health-check-port traffic-port`;
    return {
      summary: `Let the health check of ${targetGroup.name} dial the traffic port, or see on the host of ${target.id} what should listen on port ${port}.`,
      commands: [awsCommand(targetGroup.arn, words), ...onHostCommands(context, `sudo ss -ltnp 'sport = :${port}'`)],
      cdk: 'healthCheck.port of the target group and the port of the management endpoint must be one value in the code; without one, the traffic port is checked',
      confirm: 'Check again: the health check endpoint connects, the load balancer follows after its threshold.',
      changes: null,
    };
  },
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html',
    'Target health: Target.FailedHealthChecks',
  ],
  page: {
    meaning:
      'The target group checks another port than the one that takes the traffic, and there the host answers with a reset: no process has it open. The service works; the load balancer cannot know it.',
    probe: '`refused` on the health check port, `connected` on the traffic port of the same target.',
    loadBalancer: '`unhealthy`, `Target.FailedHealthChecks`.',
    user: 'Nothing while all targets are ill alike, since a load balancer without a healthy target sends to all of them; else the rest carry the load. Auto Scaling and ECS keep replacing hosts that are fine.',
    confirmCode: `aws elbv2 describe-target-groups --target-group-arns TARGET_GROUP_ARN --query 'TargetGroups[].[Port,HealthCheckPort]'
sudo ss -ltn`,
    confusedWith:
      'A dead service: the traffic port decides. A security group that admits the traffic port only is silent (`timed-out`) and never refuses. A management endpoint that is bound to loopback only looks the same from outside.',
    cdk: 'Leave `healthCheck.port` out, or take it from where the application takes it.',
    cdkCode: `const managementPort = 9099;
listener.addTargets('api', {
  port: 9090,
  targets: [service],
  healthCheck: { path: '/healthz', port: String(managementPort) },
});`,
  },
});

/** Whether the traffic port takes connections, and gives no other answer: silence in a zone is of the way, not of the service. */
function isServed(trafficProbes: readonly ProbeResult[]): boolean {
  const answers = trafficProbes.filter(({ outcome }) => outcome !== 'timed-out');
  return answers.length > 0 && answers.every(({ outcome }) => outcome === 'connected');
}
