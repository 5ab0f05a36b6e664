import type { Command } from 'commander';
import { snapshotWords } from '../../lambda/report/snapshot-words.ts';
import { readAccount } from '../read-account.ts';
import { whileShowing } from '../while-showing.ts';

type Options = { readonly out: string; readonly profile?: string; readonly region?: string };

/** `snapshot`: saves what was read from AWS, whole or not at all, for `--inventory` to read back. */
export function snapshotVerb(program: Command): void {
  program
    .command('snapshot')
    .description('save the inventory to a file, for --inventory')
    .argument('[name|arn...]', 'load balancers to save, with their VPCs (default: all, with all VPCs of the region)')
    .requiredOption('-o, --out <file>', 'where to save it')
    .action(async (names: string[], _: unknown, command: Command) => {
      const { out, profile, region } = command.optsWithGlobals<Options>();
      const inventory = await whileShowing('reading the account', async () => {
        const read = await readAccount({ profile, region, names, vpcIds: names.length === 0 ? 'all' : [] });
        const { saveSnapshot } = await import('../../lambda/inventory/saved/save-snapshot.ts');
        await saveSnapshot(out, read.inventory);
        return read.inventory;
      });
      process.stderr.write(`${[`Saved to ${out}:`, ...snapshotWords(inventory)].join('\n')}\n`);
    });
}
