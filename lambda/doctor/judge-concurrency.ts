import type { Fact } from '../model/fact.ts';
import type { GroundLine } from './ground-line.ts';
import { lineOf } from './line-of.ts';
import type { PlannedDeployment } from './planned.ts';
import type { Concurrency } from './read-concurrency.ts';
import { unknownLine } from './unknown-line.ts';

const SUBJECT = 'invocations at the same time';
/** What must stay unreserved: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html */
const UNRESERVED = 100;
/** The whole limit of a new account, which grows with use: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const NEW_ACCOUNT = 10;
/** "Concurrent executions" in Service Quotas. */
const MORE = {
  todo: 'Ask AWS for more, or set options.concurrency lower.',
  command:
    'aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000',
};

/**
 * Whether the account has room for the monitors and their probers, beside its other functions. `planned`: the deployments
 * that are, or are to be; `toReserve`: what those that are not there yet would reserve.
 */
export function judgeConcurrency(
  concurrency: Fact<Concurrency>,
  planned: readonly Pick<PlannedDeployment, 'concurrency'>[],
  toReserve: number,
): GroundLine {
  if (!concurrency.known) return unknownLine('concurrency', SUBJECT, concurrency);
  const { limit, unreserved } = concurrency.value;
  const needed = planned.reduce((sum, { concurrency: probers }) => sum + probers + 1, 0);
  const line = { part: 'concurrency', subject: SUBJECT } as const;
  const room = `The account may have ${limit}, of which ${unreserved} are not reserved; a check takes up to ${needed}`;
  if (toReserve > 0 && toReserve > unreserved - UNRESERVED) {
    const says = `${room}. The probers are to reserve ${toReserve}, and AWS lets ${Math.max(0, unreserved - UNRESERVED)} be reserved: ${UNRESERVED} must stay.`;
    return lineOf({ ...line, state: 'missing', says, ...MORE, todo: 'Ask AWS for more, or reserve none.' });
  }
  if (needed > unreserved) {
    const says = `${room}. Probers beyond that are throttled, and their endpoints not looked at.`;
    return lineOf({ ...line, state: 'warning', says, ...MORE });
  }
  if (limit > NEW_ACCOUNT) return lineOf({ ...line, state: 'ok', says: `${room}.` });
  const says = `${room}, so that ${unreserved - needed} are left to all other functions meanwhile. It is the limit of a new account.`;
  return lineOf({ ...line, state: 'warning', says, ...MORE });
}
