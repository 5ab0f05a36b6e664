import { answered } from '../answered.ts';
import { defineFault } from '../fault.ts';
import { onHostCommands } from '../on-host-commands.ts';

/** The target accepts, and then closes without having said a byte. */
export const fault = defineFault({
  code: 'target-closes-early',
  title: 'The target accepts connections and closes them at once',
  component: 'target-process',
  subject: 'endpoint',
  kind: 'cause',
  refines: [],
  explains: ['traffic:closed-early', 'health-check:closed-early'],
  needs: [['probes', 'paths', 'loadBalancerWord'], ['probes', 'paths'], ['probes', 'loadBalancerWord'], ['probes']],
  match: (facts, context) => {
    const answer = answered('closed-early', facts, context);
    if (answer === null) return null;
    const { target, port } = context.endpoint;
    const culprit = { resource: target.id, value: `what listens on tcp port ${port}` };
    return { ...answer, culprit };
  },
  why: ({ sentence }, { endpoint: { port } }) =>
    `${sentence} The handshake was completed, so something listens on port ${port}, and it hangs up before it was asked anything: an application that turns away whom it does not know, one at its limit of connections, one that expects a PROXY header, or a proxy whose own upstream is gone.`,
  fix: (_proof, context) => {
    const { target, port } = context.endpoint;
    return {
      summary: `Find what listens on port ${port} of ${target.id}, and why it hangs up: its log, its list of admitted clients, its limit of connections.`,
      commands: onHostCommands(context, `sudo ss -ltnp 'sport = :${port}'`),
      cdk: "the target group's protocol, protocolVersion and proxyProtocolV2 must be those that the application speaks",
      confirm: 'Check again: the connection is accepted and stays open.',
      changes: null,
    };
  },
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-troubleshooting.html',
    'Target health: Target.FailedHealthChecks; a health check over TCP may stay healthy',
  ],
  page: {
    meaning:
      'The handshake is completed, and then the target ends the connection in order, without a byte. The way and the port are fine; the process does not want this connection, or cannot serve it.',
    probe: '`closed-early`: accepted, then closed within the dwell (20 ms by default).',
    loadBalancer:
      '`unhealthy`, `Target.FailedHealthChecks`, where checks speak HTTP. A check over TCP may stay `healthy`, since the handshake is all that it asks for.',
    user: '502 through an Application Load Balancer; an empty answer through a Network Load Balancer.',
    confirmCode: `time timeout 5 bash -c 'cat < /dev/tcp/10.0.1.5/8080'
sudo journalctl --since '10 minutes ago'`,
    confusedWith:
      'A reset (`reset`), which kills the connection instead of ending it, and a closed port (`refused`), which never accepts. `inetd`-like wrappers and TCP wrappers (`hosts.allow`) behave so towards clients they do not know.',
    cdk: 'Often the two sides speak different protocols. Say on the target group what the application speaks.',
    cdkCode: `listener.addTargets('orders', {
  port: 7000,
  protocol: elbv2.Protocol.TCP,
  proxyProtocolV2: true,
  targets: [service],
});`,
  },
});
