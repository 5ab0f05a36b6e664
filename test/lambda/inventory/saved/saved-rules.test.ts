import { expect, it } from 'vitest';
import { loadInventory } from '../../../../lambda/inventory/saved/load-inventory.ts';
import { rawGroup, rawPermission, rawRule } from './raw-answers.ts';
import { savedFolder } from './saved-folder.ts';

const IN = { IpPermissions: [rawPermission(22, '10.0.0.0/16', '10.1.0.0/16')], IpPermissionsEgress: [] };
const NONE = { IpPermissions: [], IpPermissionsEgress: [] };
const MISSING = 'no saved answer holds SecurityGroupRules';

it.each<{ situation: string; files: readonly object[]; rules: readonly string[] | string }>([
  {
    situation: 'permissions alone',
    files: [{ SecurityGroups: [rawGroup('sg-1', IN), rawGroup('sg-2', NONE)] }],
    rules: ['sg-1: tcp 22 from 10.0.0.0/16', 'sg-1: tcp 22 from 10.1.0.0/16'],
  },
  {
    situation: 'the same rule in two groups',
    files: [
      {
        SecurityGroups: [
          rawGroup('sg-1', IN),
          rawGroup('sg-2', { ...IN, IpPermissions: [rawPermission(22, '10.0.0.0/16')] }),
        ],
      },
    ],
    rules: ['sg-1: tcp 22 from 10.0.0.0/16', 'sg-1: tcp 22 from 10.1.0.0/16', 'sg-2: tcp 22 from 10.0.0.0/16'],
  },
  {
    situation: 'permissions, and the rules with ids',
    files: [{ SecurityGroups: [rawGroup('sg-1', IN)] }, { SecurityGroupRules: [rawRule('sgr-1', 'sg-1')] }],
    rules: ['sg-1: sgr-1'],
  },
  {
    situation: 'rules with ids of some groups, permissions of others',
    files: [
      { SecurityGroups: [rawGroup('sg-1', IN), rawGroup('sg-2', IN), rawGroup('sg-3')] },
      { SecurityGroupRules: [rawRule('sgr-1', 'sg-1')] },
    ],
    rules: ['sg-1: sgr-1', 'sg-2: tcp 22 from 10.0.0.0/16', 'sg-2: tcp 22 from 10.1.0.0/16'],
  },
  {
    situation: 'rules with ids alone',
    files: [{ SecurityGroupRules: [rawRule('sgr-1', 'sg-1')] }],
    rules: ['sg-1: sgr-1'],
  },
  { situation: 'groups without rules', files: [{ SecurityGroups: [rawGroup('sg-1', NONE)] }], rules: [] },
  {
    situation: 'groups whose answer was cut down',
    files: [{ SecurityGroups: [rawGroup('sg-1', IN), rawGroup('sg-2')] }],
    rules: `${MISSING}, and ".*/0.json" no IpPermissions of SecurityGroups\\[1\\]`,
  },
  { situation: 'neither', files: [{ Vpcs: [] }], rules: MISSING },
  {
    situation: 'rules up to a page, and nothing else',
    files: [{ SecurityGroupRules: [rawRule('sgr-1', 'sg-1')], NextToken: 'more' }],
    rules: 'holds SecurityGroupRules only in part',
  },
  {
    situation: 'rules up to a page, and permissions',
    files: [
      { SecurityGroupRules: [rawRule('sgr-1', 'sg-1')], NextToken: 'more' },
      { SecurityGroups: [rawGroup('sg-1', IN)] },
    ],
    rules: ['sg-1: tcp 22 from 10.0.0.0/16', 'sg-1: tcp 22 from 10.1.0.0/16'],
  },
])('reads $situation', async ({ files, rules }) => {
  const folder = savedFolder(Object.fromEntries(files.map((file, index) => [`${index}.json`, file])));
  const { securityGroupRules: read } = await loadInventory(folder);
  if (typeof rules === 'string') expect(read).toMatchObject({ known: false, reason: expect.stringMatching(rules) });
  else expect(read.known && read.value.map(({ groupId, id }) => `${groupId}: ${id}`)).toEqual(rules);
});

it('names the group whose permissions are not as AWS answers them', async () => {
  const group = rawGroup('sg-1', { IpPermissions: [{ IpRanges: [{}] }], IpPermissionsEgress: [] });
  await expect(loadInventory(savedFolder({ 'a.json': { SecurityGroups: [group] } }))).rejects.toThrow(
    /a\.json": SecurityGroups\[0\]: IpProtocol is missing/,
  );
  const text = rawGroup('sg-1', { IpPermissions: 'all', IpPermissionsEgress: [] });
  await expect(loadInventory(savedFolder({ 'a.json': { SecurityGroups: [text] } }))).rejects.toThrow(
    /a\.json": SecurityGroups\[0\] is not as AWS answers it/,
  );
});
