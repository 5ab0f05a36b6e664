import { symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadInventory } from '../../../../lambda/inventory/saved/load-inventory.ts';
import { unreadInventory } from '../../../../lambda/model/unread-inventory.ts';
import { rawGroup, rawInterface, rawPermission, rawSubnet } from './raw-answers.ts';
import { savedFolder } from './saved-folder.ts';

const SUBNETS = { Subnets: [rawSubnet('subnet-1'), rawSubnet('subnet-2')] };
const IDS = { known: true, value: [{ id: 'subnet-1' }, { id: 'subnet-2' }] };
const WITH_NULLS = {
  Subnets: [rawSubnet('subnet-1', { Tags: null, Ipv6CidrBlockAssociationSet: null }), rawSubnet('subnet-2')],
};

it.each<{ situation: string; files: Record<string, unknown> }>([
  { situation: 'a file by whatever name', files: { 'what-is-this.json': SUBNETS } },
  { situation: 'no extension at all', files: { subnets: SUBNETS } },
  { situation: 'folders of account and Region', files: { '111122223333/eu-west-1/ec2/a.json': SUBNETS } },
  { situation: 'an answer beside unknown keys', files: { 'a.json': { ...SUBNETS, Subnet: 1, ResponseMetadata: {} } } },
  {
    situation: 'two files of one key',
    files: { 'a.json': { Subnets: [rawSubnet('subnet-1')] }, 'b.json': { Subnets: [rawSubnet('subnet-2')] } },
  },
  {
    situation: 'pages of one answer',
    files: {
      'a.json': { Subnets: [rawSubnet('subnet-1')], NextToken: 'more' },
      'b.json': { Subnets: [rawSubnet('subnet-2')], NextToken: '' },
    },
  },
  { situation: 'the same thing twice', files: { 'a.json': SUBNETS, 'b.json': SUBNETS } },
  {
    situation: 'a shared subnet whose tags only its owner sees',
    files: { 'a.json': { Subnets: [rawSubnet('subnet-1', { Tags: [] })] }, 'b.json': SUBNETS },
  },
  {
    situation: 'files and lists that are not ours',
    files: {
      'README.md': '# hello',
      'empty.json': '',
      'list.json': '[1, 2]',
      'services.json': { ServiceDetails: [] },
      'other-listeners.json': {
        Listeners: [{ ListenerArn: 'arn:aws:globalaccelerator::1:accelerator/a' }],
        Rules: [{ Name: 'x' }],
      },
      'broken.txt': '{"Subnets": [',
      'noise.bin': new Uint8Array([0, 1, 254]),
      '.hidden/x.json': 'not JSON',
      'subnets.json': SUBNETS,
    },
  },
  { situation: 'null where AWS leaves a field out', files: { 'a.json': WITH_NULLS } },
  { situation: 'a UTF-8 byte order mark', files: { 'a.json': `\uFEFF${JSON.stringify(SUBNETS)}` } },
  {
    situation: 'UTF-16, as PowerShell writes',
    files: { 'a.json': Buffer.from(`\uFEFF${JSON.stringify(SUBNETS)}`, 'utf16le') },
  },
])('reads $situation', async ({ files }) => {
  const { subnets } = await loadInventory(savedFolder(files));
  expect(subnets).toMatchObject(IDS);
});

it('takes a name from the one of two answers that has it', async () => {
  const unnamed = { Subnets: [rawSubnet('subnet-1', { Tags: [] })] };
  const { subnets } = await loadInventory(savedFolder({ 'a.json': unnamed, 'b.json': SUBNETS }));
  expect(subnets).toMatchObject({ value: [{ name: 'subnet-1' }, { name: 'subnet-2' }] });
});

it('reads a single answer from a file', async () => {
  const file = join(savedFolder({ 'x.json': SUBNETS }), 'x.json');
  const { subnets, vpcs } = await loadInventory(file);
  expect(subnets).toMatchObject(IDS);
  expect(vpcs).toEqual({ known: false, kind: 'not-asked', reason: 'no saved answer holds Vpcs' });
});

it('leaves everything unknown that no file holds', async () => {
  const read = await loadInventory(savedFolder({ 'a.json': { Vpcs: [] } }));
  const unread = unreadInventory(read.readAt);
  const facts = Object.entries(read).filter(([, one]) => typeof one === 'object' && 'known' in one && !one.known);
  expect(Object.keys(read)).toEqual(Object.keys(unread));
  expect(facts.map(([key]) => key)).toEqual(
    Object.entries(unread).flatMap(([key, one]) =>
      typeof one === 'object' && 'known' in one && key !== 'vpcs' ? key : [],
    ),
  );
});

it('takes a list that stops before its last page for unknown', async () => {
  const { subnets } = await loadInventory(savedFolder({ 'a.json': { ...SUBNETS, NextToken: 'more' } }));
  expect(subnets).toMatchObject({ known: false, reason: expect.stringMatching(/a\.json" holds Subnets only in part/) });
});

it('takes a list for unknown that is cut short in one folder, though another one is whole', async () => {
  const { subnets } = await loadInventory(
    savedFolder({
      'eu-west-1/subnets.json': { Subnets: [rawSubnet('subnet-1')], NextToken: 'more' },
      'us-east-1/subnets.json': { Subnets: [rawSubnet('subnet-2')] },
    }),
  );
  expect(subnets).toMatchObject({
    known: false,
    reason: expect.stringMatching(/eu-west-1\/subnets\.json" holds Subnets only in part/),
  });
});

it('follows links, and each folder once', async () => {
  const folder = savedFolder({ 'deep/a.json': SUBNETS });
  symlinkSync('..', join(folder, 'deep', 'up'));
  symlinkSync(folder, join(folder, 'deep', 'self'));
  symlinkSync('nowhere', join(folder, 'dangling.json'));
  symlinkSync('circle.json', join(folder, 'circle.json'));
  const elsewhere = savedFolder({ 'b.json': { Vpcs: [] } });
  symlinkSync(elsewhere, join(folder, 'elsewhere'));
  const { subnets, vpcs } = await loadInventory(folder);
  expect(subnets).toMatchObject(IDS);
  expect(vpcs).toEqual({ known: true, value: [] });
});

it('takes the time of the oldest answer for the time of reading', async () => {
  const folder = savedFolder({ 'a.json': SUBNETS, 'b.json': { Vpcs: [] }, 'other.json': {} });
  utimesSync(join(folder, 'a.json'), 0, 1_000_000);
  utimesSync(join(folder, 'other.json'), 0, 0);
  expect((await loadInventory(folder)).readAt).toBe('1970-01-12T13:46:40.000Z');
});

it('lets no key reach what all objects inherit', async () => {
  const attributes = '{"Attributes": [{"Key": "__proto__", "Value": "x"}], "LoadBalancerArn": "__proto__"}';
  const folder = savedFolder({
    'a.json': '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "Subnets": []}',
    'b.json': `{"LoadBalancerAttributes": [${attributes}]}`,
  });
  expect((await loadInventory(folder)).subnets).toEqual({ known: true, value: [] });
  expect({}).not.toHaveProperty('polluted');
});

it('reads 5,000 interfaces in 2,000 groups with 40,000 rules', async () => {
  const permission = rawPermission(443, ...Array.from({ length: 20 }, (_, index) => `10.${index}.0.0/16`));
  const groups = Array.from({ length: 2000 }, (_, index) =>
    rawGroup(`sg-${index}`, { IpPermissions: [permission], IpPermissionsEgress: [] }),
  );
  const interfaces = Array.from({ length: 5000 }, (_, index) =>
    rawInterface(`eni-${index}`, `10.0.${index >> 8}.${index & 255}`, [`sg-${index % 2000}`]),
  );
  const folder = savedFolder({ 'a.json': { SecurityGroups: groups }, 'b.json': { NetworkInterfaces: interfaces } });
  const { securityGroupRules, networkInterfaces } = await loadInventory(folder);
  expect(securityGroupRules).toMatchObject({ value: { length: 40_000 } });
  expect(networkInterfaces).toMatchObject({ value: { length: 5000 } });
});
