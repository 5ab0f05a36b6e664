import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeWhole } from '../../../bin/init/write-whole.ts';

/** What the file system says of a hard link, and of a rename; null where it makes one. */
const refusal = vi.hoisted(() => ({ code: null as string | null, ofRename: null as string | null }));
vi.mock('node:fs/promises', async (original) => {
  const own = await original<typeof import('node:fs/promises')>();
  const refuse = (code: string) => Promise.reject(Object.assign(new Error(`${code}: refused`), { code }));
  const link: typeof own.link = (...paths) => (refusal.code === null ? own.link(...paths) : refuse(refusal.code));
  const rename: typeof own.rename = (...paths) =>
    refusal.ofRename === null ? own.rename(...paths) : refuse(refusal.ofRename);
  return { ...own, link, rename };
});

let folder: string;
let file: string;
beforeEach(() => {
  Object.assign(refusal, { code: null, ofRename: null });
  folder = mkdtempSync(join(tmpdir(), 'origin-doctor-'));
  file = join(folder, 'origin-doctor.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each(['600', '640', '664', '666'])('a file of mode %s stays of it', async (octal) => {
  const mode = Number.parseInt(octal, 8);
  writeFileSync(file, 'old');
  chmodSync(file, mode);
  await writeWhole(file, 'new', true);
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['new', mode]);
});

describe.each([null, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])('where a hard link is answered by %s', (code) => {
  beforeEach(() => {
    refusal.code = code;
  });

  it('a new file is written', async () => {
    await writeWhole(file, 'new', false);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['origin-doctor.json']);
  });

  it('a file that is there is left alone', async () => {
    writeFileSync(file, 'old');
    await expect(writeWhole(file, 'new', false)).rejects.toThrow('is there already');
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['origin-doctor.json']);
  });
});

it.each([
  ['a link that fails for another reason', { code: 'EIO' }, 'EIO: refused'],
  ['a rename that fails after the name was taken', { code: 'EPERM', ofRename: 'EIO' }, 'EIO: refused'],
])('%s leaves nothing behind', async (_, refusals, said) => {
  Object.assign(refusal, refusals);
  await expect(writeWhole(file, 'new', false)).rejects.toThrow(said);
  expect(readdirSync(folder)).toEqual([]);
});

it('a folder that is not there is told', async () => {
  refusal.code = 'EPERM';
  await expect(writeWhole(join(folder, 'no/where.json'), 'new', false)).rejects.toThrow('there is no folder');
  expect(readdirSync(folder)).toEqual([]);
});
