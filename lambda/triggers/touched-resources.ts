import { parseAddress } from '../model/address.ts';
import { sortedUnique } from './sorted-unique.ts';

/** What a call touches is known by its id's prefix, wherever CloudTrail puts it, since each call has a shape of its own. */
const ID =
  /^(sg|sgr|acl|aclassoc|rtb|rtbassoc|subnet|eni|eni-attach|i|pl|pcx|nat|igw|eigw|tgw|tgw-attach|vpc)-[0-9A-Za-z-]+$|^arn:[^:]+:elasticloadbalancing:/;

/** Under these (lower case) stands the other side of a rule, or text of the caller's: named by the call, not touched by it. */
const NOT_TOUCHED: ReadonlySet<string> = new Set([
  'ippermissions',
  'referencedgroupid',
  'referencedgroupinfo',
  'clienttoken',
  'description',
  'tagset',
  'tags',
]);

/** Under these an address is a target's or an interface's own. */
const ADDRESSES: ReadonlySet<string> = new Set(['id', 'privateipaddress']);

/** An ARN of EC2's ends with the id: `…:vpc/vpc-…`. */
const EC2_ARN = /^arn:[^:]+:ec2:[^/]*\//;

const DEEPEST = 12;
const MOST = 500;

/**
 * The ids, load balancing ARNs and targets' addresses in what a call was given and answered (`requestParameters`,
 * `responseElements`), sorted, each once. A VPC counts only where nothing narrower is named.
 */
export function touchedResources(...parts: readonly unknown[]): readonly string[] {
  const found = new Set<string>();
  for (const part of parts) gather(part, '', 0, found);
  const narrow = [...found].filter((id) => !id.startsWith('vpc-'));
  return sortedUnique(narrow.length > 0 ? narrow : found);
}

function gather(value: unknown, key: string, depth: number, found: Set<string>): void {
  if (depth > DEEPEST || found.size >= MOST || NOT_TOUCHED.has(key)) return;
  const text = typeof value === 'string' ? value.replace(EC2_ARN, '') : '';
  if (isTouched(text, key)) found.add(text);
  for (const [name, item] of partsOf(value, key)) gather(item, name, depth + 1, found);
}

function isTouched(text: string, key: string): boolean {
  return ID.test(text) || (ADDRESSES.has(key) && parseAddress(text) !== null);
}

/** The items of a list stand under the list's own key. */
function partsOf(value: unknown, key: string): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.map((item) => [key, item]);
  const parts = Object.entries(value).map(([name, item]): [string, unknown] => [name.toLowerCase(), item]);
  const names = parts.map(([name]) => name);
  return parts.filter(([name]) => !isOtherSide(name, names));
}

/** A security group's rule may admit a prefix list, and a route leads to a gateway: neither is changed by it. */
function isOtherSide(name: string, names: readonly string[]): boolean {
  if (names.includes('ipprotocol')) return name === 'prefixlistid';
  return !name.endsWith('routetableid') && names.some((one) => one.startsWith('destination'));
}
