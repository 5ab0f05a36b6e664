import type { Command } from 'commander';
import type { Inventory } from '../../lambda/model/inventory.ts';
import { snapshotWords } from '../../lambda/report/snapshot-words.ts';
import { readAccount } from '../read-account.ts';
import { STANDARD_OUTPUT } from '../standard-output.ts';
import { whileShowing } from '../while-showing.ts';

type Options = { readonly out: string; readonly profile?: string; readonly region?: string };

/** `snapshot`: saves what was read from AWS, whole or not at all, for `--inventory` to read back. */
export function snapshotVerb(program: Command): void {
  program
    .command('snapshot')
    .description('save the inventory to a file, for --inventory')
    .argument('[name|arn...]', 'load balancers to save, with their VPCs (default: all, with all VPCs of the region)')
    .requiredOption('-o, --out <file>', 'where to save it; - is standard output')
    .action(async (names: string[], _: unknown, command: Command) => {
      const { out, profile, region } = command.optsWithGlobals<Options>();
      const { inventory } = await whileShowing('reading the account', () =>
        readAccount({ profile, region, names, vpcIds: names.length === 0 ? 'all' : [] }),
      );
      await save(out, inventory);
      const place = out === STANDARD_OUTPUT ? 'standard output' : out;
      process.stderr.write(`${[`Saved to ${place}:`, ...snapshotWords(inventory)].join('\n')}\n`);
    });
}

/** Loaded here and not before, as the SDK is. */
async function save(out: string, inventory: Inventory): Promise<void> {
  const [{ saveSnapshot }, { snapshotText }] = await Promise.all([
    import('../../lambda/inventory/saved/save-snapshot.ts'),
    import('../../lambda/inventory/saved/snapshot-text.ts'),
  ]);
  if (out === STANDARD_OUTPUT) process.stdout.write(snapshotText(inventory));
  else await saveSnapshot(out, inventory);
}
