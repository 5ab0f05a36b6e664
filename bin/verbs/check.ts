import { type Command, Option } from 'commander';
import type { Report } from '../../lambda/model/report.ts';
import { exitStatus } from '../../lambda/report/exit-status.ts';
import { json } from '../../lambda/report/json.ts';
import { pageOf } from '../../lambda/report/page/page-of.ts';
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
import { typeset } from '../typeset.ts';

type Options = {
  readonly from?: Place;
  readonly stack?: string;
  readonly inventory?: string;
  readonly output: Format;
  readonly profile?: string;
  readonly region?: string;
  readonly color: boolean;
};

/** `check`: the whole way for some load balancers, or all; the exit status says what came of it. */
export function checkVerb(program: Command): void {
  program
    .command('check')
    .description('say why targets of load balancers refuse or swallow connections, and what mends it')
    .argument(
      '[name|arn...]',
      'load balancers to check (default: all of the region, or all that the deployed probers are for)',
    )
    .addOption(
      new Option(
        '--from <place>',
        'where to dial from: vpc (the deployed probers; default where they are), local (this machine), none (configuration and health alone)',
      ).argParser(allowedValue(places)),
    )
    .option('--stack <name>', 'the stack of the probers (default: the one that watches these load balancers)')
    .addOption(inventoryOption())
    .addOption(outputOption())
    .addHelpText('after', EXIT_STATUSES)
    .action(async (names: string[], _: unknown, command: Command) => {
      process.once('SIGINT', () => process.exit(130));
      const options = command.optsWithGlobals<Options>();
      const { inventory, from, output, color } = options;
      if (inventory !== undefined && from !== 'none') return command.error(NOTHING_TO_DIAL);
      if (options.stack !== undefined && (from ?? 'vpc') !== 'vpc') return command.error(NO_PROBERS);
      const report = inventory === undefined ? await checked(names, options) : await checkedSaved(names, inventory);
      const said = { page: () => pageOf(report), json: () => json(report) };
      process.stdout.write(typeset(said, output, color));
      process.exitCode = exitStatus(report);
    });
}

const NOTHING_TO_DIAL =
  'error: a saved inventory is judged without dialling: say --from none with --inventory, or leave --inventory out.';

/** What was saved is long past: nothing is dialled. */
async function checkedSaved(names: readonly string[], path: string): Promise<Report> {
  const [{ loadInventory }, { judgeInventory }, { onlyNamed }] = await Promise.all([
    import('../../lambda/inventory/saved/load-inventory.ts'),
    import('../../lambda/join/judge-inventory.ts'),
    import('../../lambda/join/only-named.ts'),
  ]);
  const inventory = onlyNamed(await loadInventory(path), names);
  return judgeInventory(inventory, { apiCalls: {}, now: () => new Date() });
}

/** Where nothing else is said, from the deployed probers, or where there are none from this machine. */
async function checked(names: readonly string[], { from, stack, profile, region }: Options): Promise<Report> {
  const question = { names, profile, region };
  const deployed = await deploymentToAsk({ ...question, from, stack, instead: 'Dialling from this machine.' });
  if (deployed !== null) return checkInVpc(deployed, question);
  const { report } = await checkFromHere(from === 'none' ? 'none' : 'local', question);
  return report;
}
