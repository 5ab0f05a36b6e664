import type { Certainty } from '../../model/diagnosis.ts';
import type { LoadBalancerWord } from '../../model/evidence.ts';
import { answered } from '../answered.ts';
import { defineFault } from '../fault.ts';
import { onHostCommands } from '../on-host-commands.ts';
import { saysItConnects } from '../says-it-connects.ts';

/** The way and the host are fine, and nothing listens on the port. */
export const fault = defineFault({
  code: 'target-port-closed',
  title: "Nothing listens on the target's port",
  component: 'target-process',
  subject: 'endpoint',
  kind: 'cause',
  refines: [],
  explains: ['traffic:refused', 'health-check:refused'],
  needs: [['probes', 'paths', 'loadBalancerWord'], ['probes', 'paths'], ['probes', 'loadBalancerWord'], ['probes']],
  match: (facts, context) => {
    const answer = answered('refused', facts, context);
    if (answer === null) return null;
    const { target, port } = context.endpoint;
    const culprit = { resource: target.id, value: `tcp port ${port}` };
    return { ...answer, culprit, certainty: certaintyOf(facts.loadBalancerWord) };
  },
  why: ({ sentence, certainty }, { endpoint: { port } }) => `${sentence} ${inference(certainty, port)}`,
  fix: (_proof, context) => {
    const { target, port } = context.endpoint;
    return {
      summary: `See on the host of ${target.id} what listens on port ${port}: nothing, start the process or register the port that it listens on; 127.0.0.1 or [::1] alone, bind it to 0.0.0.0; all addresses, look for a firewall on the host that rejects.`,
      commands: onHostCommands(context, `sudo ss -ltnp 'sport = :${port}'`),
      cdk: 'the port of the target group and the port that the application listens on (containerPort, PORT) must be one value in the code',
      confirm:
        'Check again: the connections are accepted within seconds, the load balancer follows after its threshold.',
      changes: null,
    };
  },
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
    'Target health: Target.FailedHealthChecks',
  ],
  page: {
    meaning:
      'The packet reached the host, and the host answered with a reset: no process has the port open. The process died, was never started, or listens elsewhere.',
    probe: '`refused` (`ECONNREFUSED`), within about one round trip.',
    loadBalancer:
      '`unhealthy`, `Target.FailedHealthChecks`. An Application Load Balancer never says `Target.Timeout` here.',
    user: '502 at once through an Application Load Balancer; "connection refused" through a Network Load Balancer.',
    confirmCode: "sudo ss -ltnp 'sport = :8080'",
    confusedWith:
      'A security group, wrongly: those drop silently and cannot refuse. From outside three other things look the same: a process bound to loopback only, a host firewall that rejects, and a process on another port. `ss` on the host tells them apart, which is why this is _likely_ and not _certain_. A refusal while the load balancer stays healthy is a crash that it has not seen yet, or a port that it does not check.',
    cdk: 'Keep the port in one place, and hand it to both the application and the target group.',
    cdkCode: `const port = 8080;
taskDefinition.addContainer('web', {
  image,
  portMappings: [{ containerPort: port }],
  environment: { PORT: String(port) },
});
listener.addTargets('web', {
  port,
  protocol: elbv2.ApplicationProtocol.HTTP,
  targets: [service],
});`,
  },
});

/** From outside a closed port, a loopback bind and a rejecting host firewall are one; a load balancer that connects speaks against all. */
function certaintyOf(word: LoadBalancerWord | undefined): Certainty {
  return word?.settled && saysItConnects(word) ? 'possible' : 'likely';
}

function inference(certainty: Certainty, port: number): string {
  if (certainty === 'possible') {
    return `Yet the load balancer gets through: the process on port ${port} has just died and it has not seen that yet, or it checks something else. Port ${port} was dialled; look again.`;
  }
  return `So the host answers and, most likely, nothing listens on port ${port}. A process bound to loopback only, or a firewall on the host that rejects, looks the same from here; the listening sockets on the host decide.`;
}
