import type { World } from '../../world/world.ts';
import type { StackFacts } from '../account-facts.ts';
import { AwsError } from '../aws-error.ts';
import { pageOf } from '../codecs/page-of.ts';
import { textOf } from '../codecs/text-of.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Operation } from '../operation.ts';

/** As many as AWS has been seen to give at a time; its documentation names no number. */
const PAGE = 100;

/** `DescribeStacks`: all, or one by its name. */
export const describeStacks: Operation = {
  action: 'cloudformation:DescribeStacks',
  run: (input, { world, sources }) => {
    const stacks = sources.account?.().stacks ?? [];
    const asked = textOf(input, 'StackName');
    if (asked !== undefined && !stacks.some(({ name }) => name === asked)) {
      throw new AwsError('ValidationError', `Stack with id ${asked} does not exist`);
    }
    const chosen = asked === undefined ? stacks : stacks.filter(({ name }) => name === asked);
    const page = pageOf(chosen, 'DescribeStacks', PAGE, textOf(input, 'NextToken'));
    if (page === null) throw new AwsError('ValidationError', 'The NextToken is not valid');
    return { Stacks: page.items.map((stack) => treeOf(stack, world)), NextToken: page.next };
  },
};

function treeOf({ name, status, outputs }: StackFacts, { region, accountId }: World): TreeObject {
  return {
    StackName: name,
    StackId: `arn:aws:cloudformation:${region}:${accountId}:stack/${name}/00000000-0000-4000-8000-000000000000`,
    StackStatus: status,
    CreationTime: '2026-01-01T00:00:00Z',
    Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
  };
}
