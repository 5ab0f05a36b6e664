import { type DialableRanges, whyNotDialable } from './dialable.ts';
import type { ProberEvent, ProberRequest } from './prober-message.ts';

/**
 * Checks what a prober was invoked with. Throws where anything is malformed, over its bounds or not dialable, naming
 * the wrong value and what is allowed: a request is done as a whole or not at all. By hand, so that the prober has no dependency.
 */
export function readProberEvent(event: unknown, ranges: DialableRanges): ProberEvent {
  if (!isRecord(event)) throw refused('the event', event, 'an object { endpoints, deadlineMs?, dwellMs? }');
  const { endpoints, deadlineMs, dwellMs } = event;
  if (!Array.isArray(endpoints)) throw refused('endpoints', endpoints, 'a list of { id, address, port }');
  if (endpoints.length > MAX_ENDPOINTS) {
    throw refused('the number of endpoints', endpoints.length, `at most ${MAX_ENDPOINTS}`);
  }
  return {
    ...timeOf('deadlineMs', deadlineMs, 100, 10_000),
    ...timeOf('dwellMs', dwellMs, 0, 1000),
    endpoints: endpoints.map((endpoint, index) => requestOf(endpoint, `endpoints[${index}]`, ranges)),
  };
}

/**
 * With ids of up to 150 characters their answer stays below the 6 MB of a synchronous invocation (AWS Lambda Developer Guide,
 * "Lambda quotas").
 */
const MAX_ENDPOINTS = 20_000;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(what: string, value: unknown, allowed: string): Error {
  const text = value === undefined ? 'missing' : (JSON.stringify(value) ?? typeof value);
  return new Error(`refused, nothing was dialled: ${what} is ${text.slice(0, 80)}; allowed is ${allowed}`);
}

function timeOf(name: string, value: unknown, min: number, max: number): { readonly [name: string]: number } {
  if (value === undefined) return {};
  if (typeof value === 'number' && value >= min && value <= max) return { [name]: value };
  throw refused(name, value, `a number of milliseconds from ${min} to ${max}`);
}

function requestOf(value: unknown, name: string, ranges: DialableRanges): ProberRequest {
  if (!isRecord(value)) throw refused(name, value, 'an object { id, address, port }');
  const { id, address, port } = value;
  if (typeof id !== 'string') throw refused(`${name}.id`, id, 'a text');
  if (typeof address !== 'string') throw refused(`${name}.address`, address, 'a literal IPv4 or IPv6 address');
  if (typeof port !== 'number') throw refused(`${name}.port`, port, 'a whole number from 1 to 65535');
  const reason = whyNotDialable(address, port, ranges);
  if (reason === null) return { id, address, port };
  throw new Error(`refused, nothing was dialled: ${name}: ${reason}`);
}
