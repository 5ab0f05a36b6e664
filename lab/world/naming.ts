/** Names of one world's resources, the same for the same seed. */
export type Naming = {
  readonly region: string;
  readonly accountId: string;
  readonly vpcId: string;
  /** The first two numbers of the VPC's addresses: `10.17`. */
  readonly range: string;
  /** An id as AWS writes it: `sg-0` and 16 hex digits. */
  readonly id: (prefix: string, name: string) => string;
  /** An ARN of Elastic Load Balancing with this resource part. */
  readonly arn: (resource: string) => string;
  /** 16 hex digits, as at the end of an ARN. */
  readonly mark: (name: string) => string;
};

/** `seed` varies ids and the address range, so that nothing can rest on them. */
export function naming(seed: number): Naming {
  const region = 'eu-west-1';
  const accountId = '123456789012';
  const mark = (name: string) => hexOf(`${seed}/${name}`).slice(0, 16);
  const id = (prefix: string, name: string) => `${prefix}-0${mark(`${prefix}/${name}`)}`;
  return {
    region,
    accountId,
    vpcId: id('vpc', 'shop'),
    range: `10.${16 + (seed % 200)}`,
    id,
    arn: (resource) => `arn:aws:elasticloadbalancing:${region}:${accountId}:${resource}`,
    mark,
  };
}

/** 32 hex digits out of a text: FNV-1a, four times over with different salts. Not for secrets. */
function hexOf(text: string): string {
  return [0, 1, 2, 3].map((salt) => fnv1a(`${salt}${text}`).toString(16).padStart(8, '0')).join('');
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  // One more round spreads the last characters over all bits.
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
}
