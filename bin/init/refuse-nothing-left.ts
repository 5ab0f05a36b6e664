import { CannotCheck } from '../../lambda/inventory/cannot-check.ts';
import type { Config } from '../../lib/config/config-schema.ts';
import type { Seen } from './seen.ts';

/** Throws `CannotCheck` where nothing that the configuration before watched is left: one of nothing cannot be deployed. */
export function refuseNothingLeft(file: string, { deployments }: Config, { region }: Pick<Seen, 'region'>): void {
  if (deployments.length > 0) return;
  throw new CannotCheck(
    `No load balancer is left in ${region}, and "${file}" watches nothing else: take its stacks away (\`npx cdk destroy --all\`), then the file. Nothing was written.`,
  );
}
