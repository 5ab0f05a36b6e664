import { AwsError } from '../aws-error.ts';
import type { Input } from './input.ts';

type Branch = Map<string, Branch | string>;

/**
 * Reads `Filter.1.Name=vpc-id&Filter.1.Value.1=vpc-1` as structures and lists: all-number names are a list (EC2), and so is
 * a structure whose only name is `member` (the other query services).
 */
export function parseQuery(parameters: URLSearchParams): Input {
  const root: Branch = new Map();
  for (const [key, value] of parameters) place(root, key, value);
  return Object.fromEntries([...root].map(([name, part]) => [name, collapsed(part)]));
}

function place(root: Branch, key: string, value: string): void {
  const steps = key.split('.');
  const last = steps.pop() ?? key;
  let branch = root;
  for (const step of steps) {
    const next = branch.get(step) ?? new Map<string, Branch | string>();
    if (typeof next === 'string') throw malformed(key);
    branch.set(step, next);
    branch = next;
  }
  if (branch.has(last)) throw malformed(key);
  branch.set(last, value);
}

function malformed(key: string): AwsError {
  return new AwsError('MalformedQueryString', `The query string is malformed at ${key}`, { status: 404 });
}

function collapsed(part: Branch | string): unknown {
  if (typeof part === 'string') return part;
  const names = [...part.keys()];
  const member = part.get('member');
  if (names.length === 1 && member instanceof Map) return collapsed(member);
  if (names.every((name) => /^\d+$/.test(name))) {
    return [...part].sort(([a], [b]) => Number(a) - Number(b)).map(([, entry]) => collapsed(entry));
  }
  return Object.fromEntries([...part].map(([name, entry]) => [name, collapsed(entry)]));
}
