import { isDeepStrictEqual } from 'node:util';
import type { Config, ConfigDeployment } from '../../lib/config/config-schema.ts';
import { titleOf } from './title-of.ts';

type Entry = ConfigDeployment['loadBalancers'][number];

/** What became of the load balancers and deployments of one Region, by name. `madeAnew`: there is another one of that name now. */
export type Changes = {
  readonly kept: readonly string[];
  readonly updated: readonly { readonly name: string; readonly fields: readonly string[] }[];
  readonly moved: readonly { readonly name: string; readonly to: string }[];
  readonly madeAnew: readonly { readonly name: string; readonly to: string }[];
  readonly added: readonly { readonly name: string; readonly to: string }[];
  readonly gone: readonly string[];
  readonly made: readonly ConfigDeployment[];
  readonly removed: readonly ConfigDeployment[];
  /** Titles of deployments whose VPC has other ranges now. */
  readonly otherRanges: readonly string[];
};

/** Reads off two configurations what differs in a Region, so that what is said of a change is what was written. */
export function changesBetween(before: Config, after: Config, region: string): Changes {
  const [old, now] = [placesIn(before, region), placesIn(after, region)];
  const pairs = now.map((place) => ({ ...place, was: old.find(({ entry }) => entry.arn === place.entry.arn) }));
  const both = pairs.flatMap(({ was, ...place }) => (was === undefined ? [] : [{ ...place, was }]));
  const fresh = pairs.filter(({ was }) => was === undefined);
  const left = old.filter(({ entry }) => !now.some((place) => place.entry.arn === entry.arn));
  const isNamed = (places: readonly Place[], { entry }: Place) => places.some((one) => one.entry.name === entry.name);
  const [had, has] = [deploymentsIn(before, region), deploymentsIn(after, region)];
  return {
    kept: both.filter(({ entry, title, was }) => isDeepStrictEqual({ entry, title }, was)).map(nameOf),
    updated: both
      .map(({ entry, was }) => ({ name: entry.name, fields: fieldsThatDiffer(was.entry, entry) }))
      .filter(({ fields }) => fields.length > 0),
    moved: both.filter(({ title, was }) => title !== was.title).map(nameAndPlace),
    madeAnew: fresh.filter((one) => isNamed(left, one)).map(nameAndPlace),
    added: fresh.filter((one) => !isNamed(left, one)).map(nameAndPlace),
    gone: left.filter((one) => !isNamed(fresh, one)).map(nameOf),
    made: without(has, had),
    removed: without(had, has),
    otherRanges: has.filter((one) => differsInRanges(one, had)).map(titleOf),
  };
}

type Place = { readonly entry: Entry; readonly title: string };

function deploymentsIn({ deployments }: Config, region: string): readonly ConfigDeployment[] {
  return deployments.filter((one) => one.region === region);
}

function placesIn(config: Config, region: string): readonly Place[] {
  return deploymentsIn(config, region).flatMap((one) =>
    one.loadBalancers.map((entry) => ({ entry, title: titleOf(one) })),
  );
}

function nameOf({ entry }: Place): string {
  return entry.name;
}

function nameAndPlace({ entry, title }: Place) {
  return { name: entry.name, to: title };
}

const WORDS: Readonly<Record<string, string>> = { securityGroups: 'security groups' };

function fieldsThatDiffer(was: Entry, now: Entry): readonly string[] {
  const fields = Object.keys({ ...was, ...now });
  return fields
    .filter((field) => !isDeepStrictEqual(Reflect.get(was, field), Reflect.get(now, field)))
    .map((field) => WORDS[field] ?? field);
}

function without(some: readonly ConfigDeployment[], others: readonly ConfigDeployment[]): readonly ConfigDeployment[] {
  const titles = others.map(titleOf);
  return some.filter((one) => !titles.includes(titleOf(one)));
}

function differsInRanges(deployment: ConfigDeployment, had: readonly ConfigDeployment[]): boolean {
  const was = had.find((one) => titleOf(one) === titleOf(deployment));
  return was !== undefined && !isDeepStrictEqual(was.vpcCidrs, deployment.vpcCidrs);
}
