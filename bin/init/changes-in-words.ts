import { counted } from '../../lambda/report/page/counted.ts';
import type { Config, ConfigDeployment } from '../../lib/config/config-schema.ts';
import { type Changes, changesBetween } from './changes-between.ts';
import type { Seen } from './seen.ts';
import { titleOf } from './title-of.ts';

/** What became of the configuration before, in sentences: everything that is not as it was is named. */
export function changesInWords(before: Config, after: Config, { region, loadBalancers }: Seen): readonly string[] {
  const changes = changesBetween(before, after, region);
  const chosen = loadBalancers.map(({ name }) => name);
  const elsewhere = after.deployments.filter((one) => one.region !== region);
  const names = (items: readonly string[]) => items.toSorted().join(', ');
  const lines: readonly (readonly [readonly string[], (items: string) => string])[] = [
    [changes.added.map(withPlace), (items) => `Added: ${items}.`],
    [changes.madeAnew.map(withPlace), (items) => `Another one under its old name now: ${items}.`],
    [changes.updated.map(withFields), (items) => `Brought up to date: ${items}.`],
    [changes.otherRanges, (items) => `The ranges of the VPC are others: ${items}.`],
    [changes.moved.map(withPlace), (items) => `Moved, since there is no room or it is another VPC's: ${items}.`],
    [changes.gone, (items) => `Taken out with what was declared of them, since they are no longer there: ${items}.`],
    [changes.removed.map(withOptions), (items) => `Removed, since nothing is left in it: ${items}.`],
    [changes.made.map(titleOf), (items) => `New deployments: ${items}.`],
    [
      changes.kept.filter((name) => !chosen.includes(name)),
      (items) => `Kept though not chosen (take them out of the file by hand): ${items}.`,
    ],
    [elsewhere.map(titleOf), (items) => `Untouched, being of other Regions: ${items}.`],
  ];
  return [
    `${isSame(changes) ? 'Nothing changed; as' : 'As'} it was: ${counted(changes.kept.length, 'load balancer')}.`,
    ...lines.flatMap(([items, sentence]) => (items.length === 0 ? [] : [sentence(names(items))])),
    ...(hasOptions(after) ? ['The options of the file before were kept.'] : []),
  ];
}

function withPlace({ name, to }: Changes['moved'][number]): string {
  return `${name} (${to})`;
}

function withFields({ name, fields }: Changes['updated'][number]): string {
  return `${name} (${fields.join(', ')})`;
}

/** With its options, so that they are not lost unseen. */
function withOptions({ options, ...deployment }: ConfigDeployment): string {
  return `${titleOf(deployment)}${options === undefined ? '' : ` (its options were ${JSON.stringify(options)})`}`;
}

function isSame({ kept: _, ...changes }: Changes): boolean {
  return Object.values(changes).every((items) => items.length === 0);
}

function hasOptions({ options, deployments }: Config): boolean {
  return options !== undefined || deployments.some((one) => one.options !== undefined);
}
