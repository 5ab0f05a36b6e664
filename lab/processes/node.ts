import { get } from 'node:http';
import { connect } from 'node:net';
import { flushCompiled } from './flush-compiled.ts';
import type { Check, CheckedMessage, ChecksMessage } from './messages.ts';

// A load balancer's node in one zone, run as a process of its own inside its network namespace: it sends health checks
// as its load balancer does and tells the lab what came of each.

type Result = Pick<CheckedMessage, 'reason' | 'description'>;

const PASSED: Result = { reason: null, description: null };
const FAILED: Result = { reason: 'Target.FailedHealthChecks', description: 'Health checks failed' };
const TIMED_OUT: Result = { reason: 'Target.Timeout', description: 'Request timed out' };
const timers = new Map<string, NodeJS.Timeout>();

process.on('disconnect', () => process.exit());
process.on('SIGINT', () => {});
process.on('message', (message: ChecksMessage) => {
  for (const timer of timers.values()) clearInterval(timer);
  timers.clear();
  for (const check of message.checks) begin(check);
  process.send?.({ id: message.id });
});
process.send?.('ready');
flushCompiled();

function begin(check: Check): void {
  const once = async () => {
    const result = await (check.protocol.startsWith('HTTP') ? checkHttp(check) : checkTcp(check));
    if (timers.has(check.key)) process.send?.({ key: check.key, ...result } satisfies CheckedMessage);
  };
  timers.set(check.key, setInterval(once, check.intervalMs));
  void once();
}

function checkTcp(check: Check): Promise<Result> {
  return within(check, (settle) => {
    if (check.dial === 'drop') return () => {};
    const socket = connect(check.dial);
    socket.on('connect', () => settle(PASSED));
    socket.on('error', () => settle(FAILED));
    return () => socket.destroy();
  });
}

/** An Application Load Balancer's request: Host is the target's address, the agent ELB-HealthChecker/2.0. */
function checkHttp(check: Check): Promise<Result> {
  return within(check, (settle) => {
    if (check.dial === 'drop') return () => {};
    const headers = { Host: check.authority, 'User-Agent': 'ELB-HealthChecker/2.0' };
    const request = get({ ...check.dial, path: check.path, headers, agent: false }, (response) => {
      response.resume();
      settle(judged(response.statusCode ?? 0, check.matcher));
    });
    request.on('error', () => settle(FAILED));
    return () => request.destroy();
  });
}

function within(check: Check, begun: (settle: (result: Result) => void) => () => void): Promise<Result> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(TIMED_OUT), check.timeoutMs);
    const end = begun((result) => settle(result));
    function settle(result: Result): void {
      clearTimeout(timer);
      // A socket that has just failed synchronously has not been handed over yet.
      setImmediate(() => end());
      resolve(result);
    }
  });
}

/** A matcher is a list of codes and ranges: `200,301-302`. */
function judged(status: number, matcher: string): Result {
  const inside = matcher.split(',').some((part) => {
    const [from = '', to = from] = part.split('-');
    return status >= Number(from) && status <= Number(to);
  });
  if (inside) return PASSED;
  return { reason: 'Target.ResponseCodeMismatch', description: `Health checks failed with these codes: [${status}]` };
}
