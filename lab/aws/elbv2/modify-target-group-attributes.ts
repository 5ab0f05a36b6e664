import { changeWorld } from '../change-world.ts';
import { listOf } from '../codecs/list-of.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Operation } from '../operation.ts';
import { askedGroup } from './asked-group.ts';
import { attributeList } from './attribute-list.ts';
import { invalid } from './invalid.ts';
import { requiredText } from './required-text.ts';

/** `ModifyTargetGroupAttributes`: those that are named; the others stay. */
export const modifyTargetGroupAttributes: Operation = {
  action: 'elasticloadbalancing:ModifyTargetGroupAttributes',
  resource: (input) => textOf(input, 'TargetGroupArn') ?? '*',
  run: async (input, { world, sources }) => {
    const group = askedGroup(input, world);
    const given = listOf(input, 'Attributes').map((one) => [requiredText(one, 'Key'), textOf(one, 'Value') ?? '']);
    if (given.length === 0) throw invalid('attributes', '', 'Member must not be null');
    const attributes = { ...group.attributes, ...Object.fromEntries(given) };
    const targetGroups = world.targetGroups.map((one) => (one.arn === group.arn ? { ...one, attributes } : one));
    await changeWorld(sources, { ...world, targetGroups });
    return { Attributes: attributeList(attributes) };
  },
};
