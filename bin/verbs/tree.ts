import type { Command } from 'commander';
import { judgeInventory } from '../../lambda/join/judge-inventory.ts';
import { onlyNamed } from '../../lambda/join/only-named.ts';
import type { Inventory } from '../../lambda/model/inventory.ts';
import { exitStatus } from '../../lambda/report/exit-status.ts';
import { treeJson } from '../../lambda/report/tree/tree-json.ts';
import { treeOf } from '../../lambda/report/tree/tree-of.ts';
import { treePage } from '../../lambda/report/tree/tree-page.ts';
import { EXIT_STATUSES } from '../exit-statuses.ts';
import type { Format } from '../formats.ts';
import { inventoryOption } from '../inventory-option.ts';
import { outputOption } from '../output-option.ts';
import { readAccount } from '../read-account.ts';
import { typeset } from '../typeset.ts';
import { whileShowing } from '../while-showing.ts';

type Options = {
  readonly inventory?: string;
  readonly output: Format;
  readonly profile?: string;
  readonly region?: string;
  readonly color: boolean;
};

type Held = { readonly inventory: Inventory; readonly calls: Readonly<Record<string, number>> };

/** `tree`: load balancers down to their targets, each with its outcome on configuration and target health alone. */
export function treeVerb(program: Command): void {
  program
    .command('tree')
    .description('show load balancers, listeners, rules, target groups and targets, each with its outcome')
    .argument('[name|arn...]', 'load balancers to show (default: all of the region)')
    .addOption(inventoryOption())
    .addOption(outputOption())
    .addHelpText('after', EXIT_STATUSES)
    .action(async (names: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { inventory, calls } = await whileShowing('reading configuration', () => held(names, options));
      const report = judgeInventory(inventory, { apiCalls: calls, now: () => new Date() });
      const tree = treeOf(inventory, report);
      const said = { page: () => treePage(tree, report), json: () => treeJson(tree) };
      process.stdout.write(typeset(said, options.output, options.color));
      process.exitCode = exitStatus(report);
    });
}

async function held(names: readonly string[], { inventory, profile, region }: Options): Promise<Held> {
  if (inventory === undefined) return readAccount({ profile, region, names });
  const { loadInventory } = await import('../../lambda/inventory/saved/load-inventory.ts');
  return { inventory: onlyNamed(await loadInventory(inventory), names), calls: {} };
}
