import type { World } from '../../world/world.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Noun } from './noun.ts';

/** `DescribeManagedPrefixLists`. What AWS itself keeps is known by its name. */
export const managedPrefixLists: Noun = {
  operation: 'DescribeManagedPrefixLists',
  resultSet: 'prefixListSet',
  id: {
    parameter: 'PrefixListId',
    at: 'prefixListId',
    notFound: 'InvalidPrefixListID.NotFound',
    wording: (id) => `The prefix list ID '${id}' does not exist.`,
  },
  maxResults: [1, 100],
  excludesMaxResults: null,
  filters: { 'owner-id': 'ownerId', 'prefix-list-id': 'prefixListId', 'prefix-list-name': 'prefixListName' },
  trees: (world) => world.prefixLists.map((list) => treeOf(list, world)),
};

function treeOf({ id, name, cidrs }: World['prefixLists'][number], world: World): TreeObject {
  const ofAws = name.startsWith('com.amazonaws.');
  return {
    prefixListId: id,
    prefixListName: name,
    prefixListArn: `arn:aws:ec2:${world.region}:${ofAws ? 'aws' : world.accountId}:prefix-list/${id}`,
    addressFamily: cidrs.some((cidr) => cidr.includes(':')) ? 'IPv6' : 'IPv4',
    state: 'create-complete',
    maxEntries: cidrs.length,
    version: 1,
    ownerId: ofAws ? 'AWS' : world.accountId,
    tagSet: [],
  };
}
