import { wrongProperty } from './wrong-property.ts';

/** Of each direction and version of IP: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const MOST = 60;

/** Throws where our own group would need more rules than a group has room for, one for each range that probers may dial. */
export function checkRules(ranges: readonly { readonly isVersion6: boolean }[]): void {
  for (const [version, is6] of [
    ['IPv4', false],
    ['IPv6', true],
  ] as const) {
    const count = ranges.filter(({ isVersion6 }) => isVersion6 === is6).length;
    if (count <= MOST) continue;
    const allowed = `at most ${MOST}, a rule each in the group that probers wear; write neighbours as one larger range`;
    throw wrongProperty('dialable.addresses', `${count} ranges of ${version}`, allowed);
  }
}
