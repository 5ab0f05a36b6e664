import { DescribeManagedPrefixListsCommand, type ManagedPrefixList } from '@aws-sdk/client-ec2';
import type { PrefixList } from '../model/network.ts';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** A prefix list as the call tells it; its ranges are another call. */
type Described = Omit<PrefixList, 'cidrs'>;

/** `DescribeManagedPrefixLists`, AWS's own and the account's alike, for list ids; its pages hold a hundred. */
export const managedPrefixLists: Call<ManagedPrefixList, Described> = {
  action: 'ec2:DescribeManagedPrefixLists',
  batch: 100,
  page: async ({ ec2 }, ids, token) => {
    const Filters = [{ Name: 'prefix-list-id', Values: ids }];
    const request = new DescribeManagedPrefixListsCommand({ Filters, MaxResults: 100, NextToken: token });
    const answer = await ec2.send(request);
    return { items: required(answer.PrefixLists, 'PrefixLists'), next: answer.NextToken };
  },
  noun: (raw) => ({
    id: required(raw.PrefixListId, 'PrefixListId'),
    name: required(raw.PrefixListName, 'PrefixListName'),
  }),
};
