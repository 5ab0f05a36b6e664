import { AwsError } from '../aws-error.ts';
import type { Noun } from './noun.ts';
import { requiredParameter } from './required-parameter.ts';

/** `GetManagedPrefixListEntries`, of one list in its only version. */
export const prefixListEntries: Noun = {
  operation: 'GetManagedPrefixListEntries',
  resultSet: 'entrySet',
  id: null,
  parameters: ['PrefixListId'],
  maxResults: [1, 100],
  excludesMaxResults: null,
  filters: null,
  trees: (world, input) => {
    const id = requiredParameter(input, 'PrefixListId');
    const list = world.prefixLists.find((one) => one.id === id);
    if (list === undefined) {
      throw new AwsError('InvalidPrefixListID.NotFound', `The prefix list ID '${id}' does not exist.`);
    }
    return list.cidrs.map((cidr) => ({ cidr }));
  },
};
