import { GetManagedPrefixListEntriesCommand, type PrefixListEntry } from '@aws-sdk/client-ec2';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** `GetManagedPrefixListEntries`, the ranges of one list at a time in its current version; its pages hold a hundred. */
export const prefixListEntries: Call<PrefixListEntry, string> = {
  action: 'ec2:GetManagedPrefixListEntries',
  batch: 1,
  page: async ({ ec2 }, [PrefixListId], token) => {
    const request = new GetManagedPrefixListEntriesCommand({ PrefixListId, MaxResults: 100, NextToken: token });
    const answer = await ec2.send(request);
    return { items: required(answer.Entries, 'Entries'), next: answer.NextToken };
  },
  noun: (raw) => required(raw.Cidr, 'Cidr'),
};
