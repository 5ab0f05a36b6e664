import type { World } from '../../world/world.ts';
import { changeWorld } from '../change-world.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Operation } from '../operation.ts';
import { refuseDryRun } from './refuse-dry-run.ts';
import { refuseUnknownParameters } from './refuse-unknown-parameters.ts';

/** One EC2 operation that changes the world. */
export type Change = {
  readonly operation: string;
  /** What is changed: the parameter that names it, and its kind as ARNs write it. */
  readonly subject: { readonly parameter: string; readonly kind: string };
  /** What it takes beside; any other parameter is refused. */
  readonly parameters: readonly string[];
  /** The world after the call, and what is answered beside `return`. Throws what AWS would answer instead. */
  readonly run: (input: Input, world: World) => { readonly next: World; readonly answer?: TreeObject };
};

/** The operation that makes a change. It is answered once packets follow. */
export function change({ operation, subject, parameters, run }: Change): Operation {
  return {
    action: `ec2:${operation}`,
    resource: (input, { region, accountId }) =>
      `arn:aws:ec2:${region}:${accountId}:${subject.kind}/${textOf(input, subject.parameter) ?? '*'}`,
    run: async (input, { world, sources }) => {
      refuseUnknownParameters(input, [subject.parameter, ...parameters]);
      refuseDryRun(input);
      const { next, answer } = run(input, world);
      await changeWorld(sources, next);
      return { return: true, ...answer };
    },
  };
}
