import { type Command, Option } from 'commander';
import type { Report } from '../../lambda/model/report.ts';
import { exitStatus } from '../../lambda/report/exit-status.ts';
import { json } from '../../lambda/report/json.ts';
import { pageOf } from '../../lambda/report/page/page-of.ts';
import { allowedValue } from '../allowed-value.ts';
import { checkInVpc } from '../check-in-vpc.ts';
import { EXIT_STATUSES } from '../exit-statuses.ts';
import type { Format } from '../formats.ts';
import { inventoryOption } from '../inventory-option.ts';
import { localVantagePoint } from '../local-vantage-point.ts';
import { outputOption } from '../output-option.ts';
import { probersChoice } from '../probers-choice.ts';
import { progress } from '../progress.ts';
import { typeset } from '../typeset.ts';
import { whileShowing } from '../while-showing.ts';

const PLACES = ['vpc', 'local', 'none'] as const;

type Options = {
  readonly from?: (typeof PLACES)[number];
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
      ).argParser(allowedValue(PLACES)),
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

const NO_PROBERS = 'error: --stack names probers, and --from says not to use any: leave one of them out.';

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
async function checked(names: readonly string[], options: Options): Promise<Report> {
  const { from, stack, profile, region } = options;
  if (from === 'local' || from === 'none') return checkedFrom(from, names, options);
  const account = { profile, region };
  const insists = from === 'vpc' || stack !== undefined;
  const choice = await whileShowing('looking for deployed probers', () =>
    probersChoice({ names, stack, insists, ...account }),
  );
  if (choice.deployed !== null) return checkInVpc(choice.deployed, { names, ...account });
  process.stderr.write(`Dialling from this machine. ${choice.why}\n`);
  return checkedFrom('local', names, options);
}

/** The SDK is loaded here and not before: it takes half a second. */
async function checkedFrom(
  from: 'local' | 'none',
  names: readonly string[],
  { profile, region }: Options,
): Promise<Report> {
  const [{ check }, { awsClients }, { probeLocally }] = await Promise.all([
    import('../../lambda/join/check.ts'),
    import('../../lambda/inventory/aws-clients.ts'),
    import('../../lambda/probe/probe-locally.ts'),
  ]);
  const bar = progress(process.stderr);
  const dialFromHere = probeLocally();
  bar.show('reading configuration and target health');
  try {
    const { report } = await check({
      clients: awsClients({ profile, region }),
      names,
      dial:
        from === 'none'
          ? null
          : (work) => {
              bar.show('dialling from this machine');
              return dialFromHere(work);
            },
      local: from === 'none' ? null : localVantagePoint(),
      memory: null,
      trigger: { kind: 'cli', detail: null },
      now: () => new Date(),
    });
    return report;
  } finally {
    bar.clear();
  }
}
