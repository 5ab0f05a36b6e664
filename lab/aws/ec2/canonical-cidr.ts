import { type Cidr, parseCidr } from '../../../lambda/model/address.ts';
import { AwsError } from '../aws-error.ts';

/**
 * A range as EC2 keeps it, host bits cleared: `100.68.0.18/18` becomes `100.68.0.0/18` (API Reference, `IpRange` and
 * `CreateRoute`). Throws for what is no range of this family.
 */
export function canonicalCidr(text: string, family: 4 | 6): string {
  const cidr = text.includes('/') ? parseCidr(text) : null;
  if (cidr?.family === family) return `${family === 4 ? v4(cidr) : v6(cidr)}/${cidr.prefix}`;
  throw new AwsError('InvalidParameterValue', `CIDR block ${text} is malformed`);
}

function v4({ value }: Cidr): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join('.');
}

/** The shortest way of writing it (RFC 5952), which URLs use. */
function v6({ value }: Cidr): string {
  const groups = value.toString(16).padStart(32, '0').match(/.{4}/g) ?? [];
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}
