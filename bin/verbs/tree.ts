import { type Command, Option } from 'commander';
import { judgeInventory } from '../../lambda/join/judge-inventory.ts';
import { onlyNamed } from '../../lambda/join/only-named.ts';
import { exitStatus } from '../../lambda/report/exit-status.ts';
import { treeJson } from '../../lambda/report/tree/tree-json.ts';
import { treeOf } from '../../lambda/report/tree/tree-of.ts';
import { treePage } from '../../lambda/report/tree/tree-page.ts';
import { allowedValue } from '../allowed-value.ts';
import { checkFromHere } from '../check-from-here.ts';
import { checkInVpc } from '../check-in-vpc.ts';
import { deploymentToAsk } from '../deployment-to-ask.ts';
import { EXIT_STATUSES } from '../exit-statuses.ts';
import type { Format } from '../formats.ts';
import { inventoryOption } from '../inventory-option.ts';
import { NO_PROBERS } from '../no-probers.ts';
import { outputOption } from '../output-option.ts';
import { type Place, places } from '../places.ts';
import { readAccount } from '../read-account.ts';
import { typeset } from '../typeset.ts';
import { whileShowing } from '../while-showing.ts';

type Options = {
  readonly from?: Place;
  readonly stack?: string;
  readonly inventory?: string;
  readonly output: Format;
  readonly profile?: string;
  readonly region?: string;
  readonly color: boolean;
};

/** `tree`: load balancers down to their targets, and watched paths, each with its outcome, by the deployed probers where there are some. */
export function treeVerb(program: Command): void {
  program
    .command('tree')
    .description('show load balancers down to their targets, and watched paths, each with its outcome')
    .argument(
      '[name|arn...]',
      'load balancers, or watched paths of a deployment, to show (default: all of the region, or all that the deployed probers are for)',
    )
    .addOption(
      new Option(
        '--from <place>',
        'where to dial from: vpc (the deployed probers; default where they are), local (this machine), none (configuration and health alone; default elsewhere)',
      ).argParser(allowedValue(places)),
    )
    .option('--stack <name>', 'the stack of the probers (default: the one that watches these load balancers)')
    .addOption(inventoryOption())
    .addOption(outputOption())
    .addHelpText('after', EXIT_STATUSES)
    .action(async (names: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { inventory: saved, from = saved === undefined ? 'vpc' : 'none', output, color } = options;
      if (saved !== undefined && from !== 'none') return command.error(NOTHING_TO_DIAL);
      if (options.stack !== undefined && from !== 'vpc') return command.error(NO_PROBERS);
      const { inventory, report } = saved === undefined ? await looked(names, options) : await savedIn(saved, names);
      const tree = treeOf(inventory, report);
      const said = { page: () => treePage(tree, report), json: () => treeJson(tree) };
      process.stdout.write(typeset(said, output, color));
      process.exitCode = exitStatus(report);
    });
}

const NOTHING_TO_DIAL = 'error: a saved inventory is judged without dialling: leave --from or --inventory out.';

/** What was saved is long past: nothing is dialled. */
async function savedIn(path: string, names: readonly string[]) {
  const { loadInventory } = await import('../../lambda/inventory/saved/load-inventory.ts');
  const inventory = onlyNamed(await loadInventory(path), names);
  return { inventory, report: judgeInventory(inventory, { apiCalls: {}, now: () => new Date() }) };
}

/** A tree is for looking around: where nothing is deployed, nothing is dialled either unless that is asked for. */
async function looked(names: readonly string[], { from, stack, profile, region }: Options) {
  const question = { names, profile, region };
  const deployed = await deploymentToAsk({ ...question, from, stack, instead: 'Nothing is dialled.' });
  if (deployed === null) return checkFromHere(from === 'local' ? 'local' : 'none', question);
  const report = await checkInVpc(deployed, question);
  const shown = report.loadBalancers.map(({ arn }) => arn);
  const { inventory } = await whileShowing('reading configuration', () =>
    // Without names all are read: of a deployment of watched paths alone, or whose load balancers are all gone, none is meant.
    readAccount({ ...question, names: shown.length === 0 ? 'none' : shown }),
  );
  return { report, inventory };
}
