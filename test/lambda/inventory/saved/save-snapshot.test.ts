import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { saveSnapshot } from '../../../../lambda/inventory/saved/save-snapshot.ts';
import { known } from '../../../../lambda/model/fact.ts';
import { unreadInventory } from '../../../../lambda/model/unread-inventory.ts';
import { savedFolder } from './saved-folder.ts';

// What a disk does when it is full, or a folder when it is another's, cannot be had of a real one as root.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return { ...real, open: vi.fn(real.open), rename: vi.fn(real.rename) };
});

const INVENTORY = unreadInventory('2026-01-01T00:00:00Z');

afterEach(() => {
  vi.mocked(fs.open).mockClear();
});

it('writes a file for its owner alone, and nothing beside it', async () => {
  const folder = savedFolder({});
  await saveSnapshot(join(folder, 'a.json'), INVENTORY);
  expect(readdirSync(folder)).toEqual(['a.json']);
  expect(statSync(join(folder, 'a.json')).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'))).toEqual(INVENTORY);
});

it('puts a new snapshot in the place of an old one, also behind a link', async () => {
  const folder = savedFolder({ 'real/a.json': 'old' });
  symlinkSync(join(folder, 'real', 'a.json'), join(folder, 'link.json'));
  await saveSnapshot(join(folder, 'link.json'), INVENTORY);
  expect(readdirSync(join(folder, 'real'))).toEqual(['a.json']);
  expect(readFileSync(join(folder, 'real', 'a.json'), 'utf8')).toContain('"schemaVersion": 1');
});

it('saves our nouns and nothing else', async () => {
  const file = join(savedFolder({}), 'a.json');
  const instance = { id: 'i-1', name: 'shop', state: 'running', vpcId: null, subnetId: null, primaryAddress: null };
  const grown = { ...instance, UserData: 'c2VjcmV0', Tags: [{ Key: 'Token', Value: 'secret' }] };
  await saveSnapshot(file, { ...INVENTORY, instances: known([grown]) });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ instances: { value: [instance] } });
  expect(readFileSync(file, 'utf8')).not.toMatch(/UserData|c2VjcmV0|secret/);
});

it.each<{ situation: string; name: string; said: RegExp }>([
  { situation: 'a folder', name: 'folder', said: /folder" is a folder: name a file in it/ },
  {
    situation: 'a place in no folder',
    name: 'missing/a.json',
    said: /there is no folder ".*missing"\. Nothing was written/,
  },
  { situation: 'a place below a file', name: 'file/a.json', said: /file" is not a folder/ },
  { situation: 'a name that is too long', name: 'a'.repeat(300), said: /name is too long/ },
])('says why nothing can be saved to $situation', async ({ name, said }) => {
  const folder = savedFolder({ file: 'old' });
  mkdirSync(join(folder, 'folder'));
  await expect(saveSnapshot(join(folder, name), INVENTORY)).rejects.toMatchObject({
    name: 'CannotCheck',
    message: said,
  });
  expect(readdirSync(folder).sort()).toEqual(['file', 'folder']);
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('old');
});

it('does not put itself in the place of a device', async () => {
  await expect(saveSnapshot('/dev/null', INVENTORY)).rejects.toThrow(/is no regular file/);
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});

it.each([
  { code: 'ENOSPC', said: /the disk is full\. Nothing was written/ },
  { code: 'EDQUOT', said: /quota/ },
  { code: 'EIO', said: /cannot be saved to .*: as the system says/ },
])('leaves the old file and nothing else behind when writing fails with $code', async ({ code, said }) => {
  const folder = savedFolder({ 'a.json': 'old' });
  vi.mocked(fs.open).mockImplementationOnce(async (path) => {
    writeFileSync(String(path), 'hal');
    const writeFile = () => Promise.reject(Object.assign(new Error('as the system says'), { code }));
    return { writeFile, close: async () => {} } as unknown as fs.FileHandle;
  });
  await expect(saveSnapshot(join(folder, 'a.json'), INVENTORY)).rejects.toThrow(said);
  expect(readdirSync(folder)).toEqual(['a.json']);
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('old');
});

it('leaves nothing behind when the finished file may not take its place', async () => {
  const folder = savedFolder({});
  vi.mocked(fs.rename).mockRejectedValueOnce(Object.assign(new Error('no'), { code: 'EACCES' }));
  await expect(saveSnapshot(join(folder, 'a.json'), INVENTORY)).rejects.toThrow(/permission denied in/);
  expect(readdirSync(folder)).toEqual([]);
});
