import { CannotCheck } from '../../lambda/inventory/cannot-check.ts';
import type { Config } from '../../lib/config/config-schema.ts';

/** Throws `CannotCheck` where the configuration before is of another account: nothing of it would be found there. */
export function refuseOtherAccount(file: string, before: Config, { account }: Config): void {
  if (before.account === account) return;
  throw new CannotCheck(
    `"${file}" is of account ${before.account}, and these credentials see account ${account}: take those of ${before.account}, or name another file with -o. Nothing was written.`,
  );
}
