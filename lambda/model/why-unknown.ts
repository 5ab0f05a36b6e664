import type { Unknown } from './fact.ts';

/**
 * Why a thing is not known, as a clause without a full stop: `route tables are not known: access was denied (missing
 * permission: ec2:DescribeRouteTables)`. `what` is a plural noun.
 */
export function whyUnknown(what: string, { reason, action }: Unknown): string {
  const plain = reason.replace(/\.$/, '');
  const permission = action === undefined || plain.includes(action) ? '' : ` (missing permission: ${action})`;
  return `${what} are not known: ${plain}${permission}`;
}
