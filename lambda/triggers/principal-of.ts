import * as z from 'zod';

/** CloudTrail's `userIdentity`, as far as it names somebody. Access keys are not read. */
export const userIdentity = z.object({
  type: z.string().optional(),
  arn: z.string().optional(),
  userName: z.string().optional(),
  accountId: z.string().optional(),
  invokedBy: z.string().optional(),
});

/**
 * Who made a call, short enough to read: `alice`, `deploy/session`, `root`, `autoscaling.amazonaws.com`. A service that
 * called for somebody is named with them.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export function principalOf(identity: z.infer<typeof userIdentity>): string {
  const { invokedBy } = identity;
  const person = personOf(identity);
  if (invokedBy === undefined || invokedBy === 'AWS Internal') return person ?? 'somebody unnamed';
  return person === null ? invokedBy : `${person} through ${invokedBy}`;
}

/** `arn:aws:sts::111122223333:assumed-role/deploy/session` gives `deploy/session`; the user's own name goes before. */
function personOf({ type, arn, userName, accountId }: z.infer<typeof userIdentity>): string | null {
  if (type === 'Root') return 'root';
  if (type === 'IAMUser' && userName !== undefined) return userName;
  const named = arn
    ?.split(':')
    .slice(5)
    .join(':')
    .replace(/^(assumed-role|federated-user|user)\//, '');
  if (named !== undefined && named !== '') return named;
  return userName ?? (accountId === undefined ? null : `account ${accountId}`);
}
