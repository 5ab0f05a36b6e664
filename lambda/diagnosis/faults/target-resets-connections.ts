import { answered } from '../answered.ts';
import { defineFault } from '../fault.ts';
import { onHostCommands } from '../on-host-commands.ts';

/** The target accepts, and then kills the connection. */
export const fault = defineFault({
  code: 'target-resets-connections',
  title: 'The target accepts connections and resets them',
  component: 'target-process',
  subject: 'endpoint',
  kind: 'cause',
  refines: [],
  explains: ['traffic:reset', 'health-check:reset'],
  needs: [['probes', 'paths', 'loadBalancerWord'], ['probes', 'paths'], ['probes', 'loadBalancerWord'], ['probes']],
  match: (facts, context) => {
    const answer = answered('reset', facts, context);
    if (answer === null) return null;
    const { target, port } = context.endpoint;
    const culprit = { resource: target.id, value: `what listens on tcp port ${port}` };
    return { ...answer, culprit };
  },
  why: ({ sentence }, { endpoint: { port } }) =>
    `${sentence} The handshake was completed, so something listens on port ${port}, and it resets what it accepts: an application that dies on the connection or closes it with data unread, one that expects another protocol or a PROXY header, or a proxy whose own upstream is gone.`,
  fix: (_proof, context) => {
    const { target, port } = context.endpoint;
    return {
      summary: `Find what listens on port ${port} of ${target.id}, and read its log at the time of the reset.`,
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
      'The handshake is completed, and then the peer sends a reset. The way and the port are fine; the process behind it, or something that speaks in its name, kills the connection.',
    probe: '`reset` (`ECONNRESET`, or `EPIPE`), after the handshake.',
    loadBalancer:
      '`unhealthy`, `Target.FailedHealthChecks`, where checks speak HTTP. A check over TCP may stay `healthy`, since the handshake is all that it asks for.',
    user: '502 through an Application Load Balancer; "connection reset by peer" through a Network Load Balancer.',
    confirmCode: `sudo ss -ltnp 'sport = :8080'
sudo journalctl --since '10 minutes ago'`,
    confusedWith:
      'A closed port, which resets instead of completing the handshake (`refused`). A process that closes without a byte (`closed-early`) ends politely; this one does not.',
    cdk: 'Often the two sides speak different protocols. Say on the target group what the application speaks.',
    cdkCode: `listener.addTargets('orders', {
  port: 7000,
  protocol: elbv2.Protocol.TCP,
  proxyProtocolV2: false,
  targets: [service],
});`,
  },
});
