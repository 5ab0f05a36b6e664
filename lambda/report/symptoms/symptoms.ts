import type { Explained } from '../../diagnosis/fault.ts';
import type { Outcome } from '../../model/probe-result.ts';

/** What a person needs who was woken by an alarm. `name` is the state that the alarm is on, and the anchor on the page. */
export type Symptom = {
  readonly name: string;
  readonly means: string;
  /** What it proves, or can be; what it can never be. */
  readonly can: readonly string[];
  readonly cannot: readonly string[];
  /** What to type first. */
  readonly commands: readonly string[];
  /** Whether a fault that explains this is one of those behind the alarm. */
  readonly isExplainedBy: (explained: Explained) => boolean;
};

const CHECK = 'origin-doctor check NAME --from vpc  # what, since when, why, how sure, and the command that mends it';
const TREE =
  'origin-doctor tree NAME --from vpc   # each target of a load balancer, each address of a watched path, with its outcome';

/** The states that have an alarm each, in the order of the page. */
export const symptoms: readonly Symptom[] = [
  {
    name: 'refused',
    means: 'Endpoints refuse connections: a reset, or an ICMP *port unreachable*, comes back in about one round trip.',
    can: [
      'The packet reached something that answered, and the answer came back. The way is open in both directions.',
      'Nothing listens on the port, or on another port or on loopback only; the process crashed; a firewall of the host rejects; the address belongs to another host by now.',
    ],
    cannot: ['A security group, a network ACL or a missing route. These are silent: do not open anything.'],
    commands: [CHECK, 'ss -ltnp                             # on the host: who listens, on which address and port'],
    isExplainedBy: seen('refused'),
  },
  {
    name: 'silent',
    means: 'Nothing comes back from endpoints within the deadline.',
    can: [
      'A security group, a network ACL or a route drops the packet or its answer: configuration shows it by its line.',
      'The host is dead, its firewall drops, its backlog is full, or its address belongs to nobody any more.',
    ],
    cannot: [
      'A process that is not there on a host that lives: that is refused, save where the answer cannot come back.',
    ],
    commands: [
      CHECK,
      'origin-doctor path --from LOAD-BALANCER --to ADDRESS:PORT   # load balancers only: by which line the way is open or shut, both directions',
      'origin-doctor path --from INSTANCE --to ADDRESS:PORT        # watched paths: the same from an instance or a network interface of the caller',
    ],
    isExplainedBy: seen('timed-out'),
  },
  {
    name: 'broken',
    means:
      'Endpoints accept a connection and reset it, close it at once without a byte, or an ICMP error says that they cannot be reached.',
    can: [
      'The host or what it speaks: a process that dies on each connection, a proxy without a backend, a full table of connections, a protocol that expects something else first.',
      '*Unreachable* is an answer of the network near the host: the host is gone from its subnet.',
    ],
    cannot: ['A closed port, nor a security group or network ACL that drops: the handshake passed, or an answer came.'],
    commands: [CHECK, 'journalctl -u SERVICE --since -15min # on the host: what the process says'],
    isExplainedBy: seen('reset', 'closed-early', 'unreachable'),
  },
  {
    name: 'misconfigured',
    means:
      'A fault in the configuration of a load balancer, its target groups or its targets is known, or of a watched path. Targets may be healthy all the same.',
    can: [
      'Users fail while every check of a target is green: what they need is not what health checks take.',
      'Traffic still flows, and will not once something else happens: a listener that forwards nowhere.',
    ],
    cannot: ['A target that does not answer: that counts as refused, silent or broken instead.'],
    commands: [
      CHECK,
      'origin-doctor check LOAD-BALANCER --from none   # load balancers only: configuration alone; nothing is dialled',
      TREE,
    ],
    isExplainedBy: (explained) => explained === 'configuration',
  },
  {
    name: 'could-not-look',
    means: 'Something could not be looked at. Nothing is known of it, neither good nor bad.',
    can: [
      'A prober could not run: its subnet has no address left, its group is gone, its function is being set up, it may not be invoked, or its time was up.',
      'A call was denied or throttled: a permission that the role has lost, an organisation’s policy.',
      'A load balancer that is watched is not there any more: this is the only alarm that it raises. Take it out of what is watched, or make it anew; then deploy.',
    ],
    cannot: ['A statement on a target. Do not conclude that it is well, nor that it is ill.'],
    commands: [
      'origin-doctor doctor                 # its own ground: permissions one by one, functions, addresses, deployed version',
      CHECK,
      'origin-doctor check --from vpc       # load balancers only: names, below "Could not be judged", one that is not there any more',
      'npx cdk deploy --all                 # once it is taken out of what is watched, or made anew',
    ],
    isExplainedBy: seen('inconclusive'),
  },
  {
    name: 'deploy-window',
    means: 'A deploy or a change of configuration is being followed until it is stable.',
    can: [
      'It holds back the messages of the alarm over all states of the load balancer or watched path; the states’ own alarms still go off.',
    ],
    cannot: ['A fault. It sends no message.'],
    commands: [
      TREE,
      'origin-doctor gate LOAD-BALANCER     # load balancers only: waits until the new targets take connections',
    ],
    isExplainedBy: () => false,
  },
  {
    name: 'heartbeat',
    means:
      'No scheduled check came to its end for three intervals at least. Nothing is known of what the deployment watches.',
    can: [
      'The monitor fails: its log says why in one line (settings missing from the table, no load balancer left, out of memory or time).',
      'It is not started: its rule is disabled, or Lambda refuses (no concurrency left, a function that was changed by hand).',
      'It runs, and its metrics do not arrive: the log group is gone, or its role may not write there.',
      'It has never run: the deployment is a few minutes old, and the alarm goes off until the first checks have come in.',
    ],
    cannot: [
      'A statement on a target. All other alarms are OK without data: while this one is off, their OK means nothing.',
    ],
    commands: [
      'origin-doctor doctor                # whether it is there, what it may, what it can reach',
      'origin-doctor check --from vpc      # has it run now, and prints its error where it fails',
      'aws logs tail "$(aws lambda get-function-configuration --function-name MONITOR --query LoggingConfig.LogGroup --output text)" --since 15m',
      'aws events list-rule-names-by-target --target-arn "$(aws lambda get-function --function-name MONITOR --query Configuration.FunctionArn --output text)"',
    ],
    isExplainedBy: () => false,
  },
];

/** Traffic and health check ports alike. */
function seen(...outcomes: readonly Outcome[]): Symptom['isExplainedBy'] {
  return (explained) => {
    const [purpose, outcome] = explained.split(':');
    return purpose !== 'listener' && outcomes.some((one) => one === outcome);
  };
}
