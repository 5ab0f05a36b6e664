import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { functionSources } from '../../build/function-sources.ts';
import { makePackage } from '../../build/make-package.ts';
import { root } from '../../build/root.ts';
import { catalogue } from '../../lambda/diagnosis/catalogue.ts';

const folder = mkdtempSync(join(tmpdir(), 'origin-doctor-'));
let sources: readonly string[] = [];
let files: readonly string[] = [];

beforeAll(async () => {
  sources = await makePackage(folder);
  files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted();
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

function text(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

/** What the bundler names by its contents, and the nouns that types lead to, are many: only their kind is said. */
const KINDS = [/^chunks\/[A-Z0-9]{8}\.js$/, /^lambda\/model\/[a-z-]+\.d\.ts$/];

it('holds these files and no others', () => {
  const named = files.filter((file) => !KINDS.some((kind) => kind.test(file)));
  expect(named).toEqual(
    [
      'CHANGELOG.md',
      'README.md',
      'THIRD-PARTY-NOTICES.txt',
      'bin/origin-doctor.js',
      ...functionSources().map(({ name }) => `functions/${name}/index.mjs`),
      ...catalogue.map(({ code }) => `lab/examples/${code}.txt`),
      ...catalogue.map(({ code }) => `lab/faults/${code}.js`),
      'lab/processes/door.js',
      'lab/processes/function.js',
      'lab/processes/host.js',
      'lab/processes/node.js',
      'lambda/engine.d.ts',
      'lambda/engine.js',
      'lib/construct.cjs',
      'lib/construct.d.cts',
      'lib/load-balancer-source.d.cts',
      'lib/origin-doctor-props.d.cts',
      'lib/origin-doctor.d.cts',
      'lib/watch-props.d.cts',
      'lib/watch.d.cts',
      'origin-doctor.schema.json',
      'package.json',
    ].toSorted(),
  );
});

it('is made of what runs: no test, no tool of development, no copy of CDK', () => {
  const ours = sources.filter((file) => !file.includes('node_modules/'));
  expect(ours.filter((file) => !/^(bin|lab|lambda|lib)\/|^build\/on-node-20\.ts$/.test(file))).toEqual([]);
  const foreign = new Set(sources.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(Object.keys(devDependencies).filter((name) => foreign.has(name))).toEqual([]);
  expect([...foreign]).toContain('commander');
});

it.each([
  ['the folder that it was made in', root],
  ['a home', homedir()],
  ['a folder for what is passing', tmpdir()],
])('names nowhere %s', (_, place) => {
  expect(files.filter((file) => text(file).includes(`${place}/`))).toEqual([]);
});

it('holds no key', () => {
  const key = /\b(AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY/;
  expect(files.filter((file) => key.test(text(file)))).toEqual([]);
});

it('has what its package.json names, and needs nothing but a CDK where it is used as a construct', () => {
  const manifest = JSON.parse(text('package.json'));
  const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(manifest).toMatchObject({ name: 'origin-doctor', version, license, type: 'module' });
  expect(Object.keys(manifest.exports)).toEqual(['.', './engine']);
  const named: string[] = [...Object.values<object>(manifest.exports), manifest.bin].flatMap((one) =>
    Object.values(one),
  );
  expect(named.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  expect(Object.keys(manifest.peerDependencies)).toEqual(['aws-cdk-lib', 'constructs']);
  expect(manifest).not.toHaveProperty('dependencies');
  expect(manifest).not.toHaveProperty('scripts');
});

it('starts the command line with the Node that is there', () => {
  expect(text('bin/origin-doctor.js')).toMatch(/^#!\/usr\/bin\/env node\n/);
});

it('leaves no declaration without those that it leads to', () => {
  const missing = files
    .filter((file) => /\.d\.c?ts$/.test(file))
    .flatMap((file) =>
      [...text(file).matchAll(/from '(\.[^']+)\.(c?)js'/g)].map(([, path, c]) =>
        join(dirname(file), `${path}.d.${c}ts`),
      ),
    );
  expect(missing.filter((file) => !files.includes(file))).toEqual([]);
});

it('comes with the terms of every package whose code is in it', () => {
  const notices = text('THIRD-PARTY-NOTICES.txt');
  for (const name of ['commander', 'zod', '@aws-sdk/client-ec2', 'wrap-ansi']) expect(notices).toContain(`${name} `);
  expect(notices).toContain('Permission is hereby granted');
});
