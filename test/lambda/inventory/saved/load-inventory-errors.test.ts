import { chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadInventory } from '../../../../lambda/inventory/saved/load-inventory.ts';
import { unreadInventory } from '../../../../lambda/model/unread-inventory.ts';
import { rawInterface, rawSubnet, rawTargetHealth, TARGET_GROUP_ARN } from './raw-answers.ts';
import { savedFolder } from './saved-folder.ts';

const SNAPSHOT = unreadInventory('2026-01-01T00:00:00Z');
const HEALTH = { TargetGroupArn: TARGET_GROUP_ARN };

/** A rejection that is no accident: one sentence or two for whoever called. */
function saying(...parts: string[]): unknown {
  const message = expect.stringMatching(
    new RegExp(parts.map((part) => part.replace(/[[\]().*]/g, '\\$&')).join('[^]*')),
  );
  return expect.objectContaining({ name: 'CannotCheck', message });
}

it.each<{ situation: string; content: unknown; said: string[] }>([
  { situation: 'an empty file', content: '', said: ['x.json" is empty'] },
  { situation: 'blanks', content: ' \n', said: ['is empty'] },
  { situation: 'text', content: 'SUBNETS subnet-1', said: ['is not JSON', '"S"', 'line 1, column 1'] },
  {
    situation: 'a missing comma',
    content: '{\n "a": 1\n "b"',
    said: ['is not JSON', 'line 3, column 2', '--output json'],
  },
  { situation: 'a wrong word', content: '{"a": [tru]}', said: ['is not JSON', '"]"', 'column 11'] },
  { situation: 'JSON cut short', content: '{"Subnets": [\n{"Sub', said: ['is cut short', 'line 2, column 6'] },
  { situation: 'what is no text', content: new Uint8Array([0x7b, 0xff, 0xfe, 0x80]), said: ['is not text', 'UTF-8'] },
  {
    situation: 'a foreign key',
    content: { Buckets: [] },
    said: ['neither a snapshot nor', 'Vpcs, Subnets', 'TransitGatewayRoutes'],
  },
  { situation: 'a list', content: [1], said: ['neither a snapshot nor'] },
  { situation: 'null', content: 'null', said: ['neither a snapshot nor'] },
  { situation: 'a key without a list', content: { Subnets: 'none' }, said: ['x.json": Subnets is not a list'] },
  {
    situation: 'a reservation without instances',
    content: { Reservations: [{}] },
    said: ['Reservations[0].Instances is not a list'],
  },
  { situation: 'an item that is no object', content: { Subnets: [7] }, said: ['Subnets[0] is not an object'] },
  {
    situation: 'a missing field',
    content: { Subnets: [rawSubnet('subnet-1'), rawSubnet('subnet-2', { VpcId: undefined })] },
    said: ['x.json": Subnets[1]: VpcId is missing'],
  },
  {
    situation: 'a number for a text',
    content: { Subnets: [rawSubnet('subnet-1', { VpcId: 7 })] },
    said: ['Subnets[0]: vpcId: ', 'expected string'],
  },
  {
    situation: 'a text for a list',
    content: { NetworkInterfaces: [{ ...rawInterface('eni-1', '10.0.0.1', []), Groups: 'sg-1' }] },
    said: ['NetworkInterfaces[0] is not as AWS answers it'],
  },
  {
    situation: 'an answer that is not wrapped with its ARN',
    content: { LoadBalancerTargetHealth: [{ TargetHealthDescriptions: [] }] },
    said: ['LoadBalancerTargetHealth[0] must hold TargetGroupArn and the list TargetHealthDescriptions'],
  },
  {
    situation: 'wrapped answers that are no list',
    content: { LoadBalancerListeners: {} },
    said: ['LoadBalancerListeners is not a list'],
  },
  { situation: 'another version', content: { ...SNAPSHOT, schemaVersion: 2 }, said: ['schemaVersion 2', 'only 1'] },
  {
    situation: 'no time of reading',
    content: { ...SNAPSHOT, readAt: 'noon' },
    said: ['not a whole snapshot', 'readAt: is no time'],
  },
  { situation: 'a fact that is none', content: { ...SNAPSHOT, vpcs: [] }, said: ['not a whole snapshot', 'vpcs: '] },
  {
    situation: 'a field of another kind, deep in a snapshot',
    content: { ...SNAPSHOT, vpcs: { known: true, value: [{ id: 'vpc-1', name: null, cidrs: [7], ipv6Cidrs: [] }] } },
    said: ['vpcs.value[0].cidrs[0]: ', 'expected string'],
  },
  {
    situation: 'a load balancer called like what objects inherit',
    content: { ...SNAPSHOT, listeners: { constructor: { known: true, value: [] } } },
    said: ['not a whole snapshot', 'listeners.constructor'],
  },
  {
    situation: 'a report',
    content: { schemaVersion: 1, checkedAt: '2026-01-01T00:00:00Z' },
    said: ['is a report', 'snapshot -o'],
  },
])('says what is wrong with $situation', async ({ content, said }) => {
  const file = join(savedFolder({ 'x.json': content }), 'x.json');
  await expect(loadInventory(file)).rejects.toEqual(saying(...said));
});

it.each<{ situation: string; files: Record<string, unknown>; said: string[] }>([
  { situation: 'nothing', files: {}, said: ['holds no saved answer', 'Vpcs, Subnets'] },
  { situation: 'nothing known', files: { 'a.json': { Buckets: [] }, 'b.txt': 'x' }, said: ['holds no saved answer'] },
  { situation: 'a snapshot alone', files: { 'a.json': SNAPSHOT }, said: ['a.json" is a snapshot, name that file'] },
  {
    situation: 'JSON cut short',
    files: { 'a.json': { Vpcs: [] }, 'b/c.json': '{"Subnets": [' },
    said: ['b/c.json" is cut short'],
  },
  {
    situation: 'two answers that contradict each other',
    files: {
      'a.json': { Subnets: [rawSubnet('subnet-0'), rawSubnet('subnet-1')] },
      'b.json': { Subnets: [rawSubnet('subnet-1', { CidrBlock: '10.0.9.0/24' })] },
    },
    said: ['a.json" (Subnets[1])', 'b.json" (Subnets[0])', 'cidr of subnet-1 is "10.0.0.0/24"', '"10.0.9.0/24"'],
  },
  {
    situation: 'two states of one target',
    files: {
      'a.json': { ...HEALTH, TargetHealthDescriptions: [rawTargetHealth('10.0.0.1')] },
      'b.json': { ...HEALTH, TargetHealthDescriptions: [rawTargetHealth('10.0.0.1', 'unhealthy')] },
      'c.json': {
        TargetGroups: [
          {
            ...HEALTH,
            TargetGroupName: 'shop',
            TargetType: 'lambda',
            LoadBalancerArns: [],
            HealthCheckEnabled: false,
            HealthCheckIntervalSeconds: 35,
            HealthCheckTimeoutSeconds: 30,
            HealthyThresholdCount: 5,
            UnhealthyThresholdCount: 2,
          },
        ],
      },
    },
    said: ['a.json" (TargetHealthDescriptions[0])', 'contradict', 'state of 10.0.0.1 8080'],
  },
  {
    situation: 'load balancers up to a page',
    files: { 'a.json': { LoadBalancers: [], NextMarker: 'more' } },
    said: ['a.json" holds LoadBalancers only in part'],
  },
])('says what is wrong with a folder of $situation', async ({ files, said }) => {
  await expect(loadInventory(savedFolder(files))).rejects.toEqual(saying(...said));
});

describe('bounds', () => {
  const files = { 'a.json': { Vpcs: [] }, 'b.json': { Subnets: [] } };

  it('hold for one file', async () => {
    const file = join(savedFolder(files), 'a.json');
    await expect(loadInventory(file, { maxBytes: 10 })).rejects.toEqual(
      saying('a.json" is too large: 11 bytes', '10 in all'),
    );
    await expect(loadInventory(file, { maxBytes: 11 })).resolves.toMatchObject({ vpcs: { known: true } });
  });

  it('hold for all files together', async () => {
    const folder = savedFolder(files);
    await expect(loadInventory(folder, { maxBytes: 24 })).rejects.toEqual(
      saying('b.json" is too large', 'after 11 bytes'),
    );
    await expect(loadInventory(folder, { maxBytes: 25 })).resolves.toMatchObject({ vpcs: { known: true } });
  });

  it('hold for the number of files, known or not', async () => {
    const folder = savedFolder({ ...files, 'c/d.txt': '' });
    await expect(loadInventory(folder, { maxFiles: 3 })).rejects.toEqual(saying('holds more than 3 files'));
    await expect(loadInventory(folder, { maxFiles: 4 })).resolves.toMatchObject({ vpcs: { known: true } });
  });
});

it('says that a path leads nowhere', async () => {
  const folder = savedFolder({ 'a.json': {} });
  await expect(loadInventory(join(folder, 'b.json'))).rejects.toEqual(saying('b.json" does not exist'));
  await expect(loadInventory(join(folder, 'a.json', 'b'))).rejects.toEqual(saying('a part of its path is a file'));
});

it('reads from nothing that may never end', async () => {
  const socket = join(savedFolder({}), 'socket');
  const server = createServer().listen(socket);
  await new Promise((resolve) => server.once('listening', resolve));
  await expect(loadInventory(socket)).rejects.toEqual(saying('is neither a file nor a folder'));
  await new Promise((resolve) => server.close(resolve));
});

/** Root may read anything. */
describe.runIf(process.getuid?.() !== 0)('without permission', () => {
  it.each(['a.json', 'b'])('says so of %s', async (name) => {
    const folder = savedFolder({ 'a.json': { Vpcs: [] }, 'b/c.json': { Subnets: [] } });
    chmodSync(join(folder, name), 0);
    await expect(loadInventory(folder)).rejects.toEqual(saying(`${name}" cannot be read: permission denied`));
  });
});
