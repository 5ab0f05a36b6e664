import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Asked, findWay } from '../../lambda/join/find-way.ts';
import { isInInventory } from '../../lambda/join/is-in-inventory.ts';
import type { Inventory } from '../../lambda/model/inventory.ts';
import { type Destination, parseDestination } from '../../lambda/reachability/way/parse-destination.ts';
import { namedGroups } from '../../lambda/report/named-groups.ts';
import { pathJson } from '../../lambda/report/path/path-json.ts';
import { pathPage } from '../../lambda/report/path/path-page.ts';
import { pathStatus } from '../../lambda/report/path/path-status.ts';
import type { Format } from '../formats.ts';
import { inventoryOption } from '../inventory-option.ts';
import { outputOption } from '../output-option.ts';
import { readAccount } from '../read-account.ts';
import { typeset } from '../typeset.ts';
import { whileShowing } from '../while-showing.ts';

type Options = {
  readonly from: string;
  readonly to: Destination;
  readonly sourcePort?: number;
  readonly inventory?: string;
  readonly output: Format;
  readonly profile?: string;
  readonly region?: string;
  readonly color: boolean;
};

const STATUSES = `
Exit status:
  0    the flow passes, and so do the answers
  1    the tool failed, or was called wrongly
  2    something denies it
  3    that cannot be told
  130  interrupted`;

/** `path`: judges one flow on configuration alone, hop by hop, there and back. */
export function pathVerb(program: Command): void {
  program
    .command('path')
    .description('judge one flow on configuration alone: does it pass, by which line, and if not, what stops it')
    .requiredOption('--from <src>', 'an instance id, a network interface id, a load balancer name, or an address')
    .addOption(
      new Option('--to <addr:port>', 'an address and a TCP port: 10.0.1.5:443, [2001:db8::5]:443')
        .argParser(destination)
        .makeOptionMandatory(),
    )
    .option('--source-port <N>', 'dial from this port alone (default: any that the source may dial from)', portNumber)
    .addOption(inventoryOption())
    .addOption(outputOption())
    .addHelpText('after', STATUSES)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { from, to, sourcePort = null, output, color } = options;
      const asked = { from, to, sourcePort };
      const inventory = await whileShowing('reading configuration', () => inventoryFor(asked, options));
      const judged = findWay(inventory, asked);
      const { readAt, securityGroups } = inventory;
      const named = namedGroups(securityGroups.known ? securityGroups.value : []);
      const said = {
        page: () => pathPage(judged, { readAt, named }),
        json: () => pathJson(judged, readAt),
      };
      process.stdout.write(typeset(said, output, color));
      process.exitCode = pathStatus(judged.verdict);
    });
}

function destination(value: string): Destination {
  const read = parseDestination(value);
  if ('problem' in read) throw new InvalidArgumentError(read.problem);
  return read;
}

function portNumber(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535) return Number(value);
  throw new InvalidArgumentError('Allowed are whole numbers from 1 to 65535.');
}

/** The VPCs of all load balancers, and where they do not hold both ends, every VPC. */
async function inventoryFor(asked: Asked, { inventory, profile, region }: Options): Promise<Inventory> {
  if (inventory !== undefined) {
    const { loadInventory } = await import('../../lambda/inventory/saved/load-inventory.ts');
    return loadInventory(inventory);
  }
  const near = await readAccount({ profile, region, names: [], vpcIds: [] });
  if (isInInventory(near.inventory, asked.from) && isInInventory(near.inventory, asked.to.host)) return near.inventory;
  return (await readAccount({ profile, region, names: [], vpcIds: 'all' })).inventory;
}
