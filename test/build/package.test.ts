import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { functionSources } from '../../build/function-sources.ts';
import { makePackage } from '../../build/make-package.ts';
import { root } from '../../build/root.ts';
import { readActions } from '../../lambda/actions.ts';
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
const KINDS = [/^chunks\/[A-Z0-9]{8}\.js$/, /^lambda\/model\/[a-z-]+\.d\.c?ts$/];

it('holds these files and no others', () => {
  const named = files.filter((file) => !KINDS.some((kind) => kind.test(file)));
  expect(named).toEqual(
    [
      'CHANGELOG.md',
      'LICENSE',
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
      'lambda/engine.cjs',
      'lambda/engine.d.cts',
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
  const { main, types, typesVersions, exports, bin } = manifest;
  const named = filesNamed([main, types, typesVersions, exports, bin]);
  expect(named.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  expect(Object.keys(manifest.peerDependencies)).toEqual(['aws-cdk-lib', 'constructs']);
  expect(manifest).not.toHaveProperty('dependencies');
  expect(manifest).not.toHaveProperty('scripts');
});

function filesNamed(part: unknown): readonly string[] {
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(filesNamed) : [String(part)];
}

it('is found without `exports` too, as older TypeScript looks for it', () => {
  const { main, types, typesVersions, exports } = JSON.parse(text('package.json'));
  expect({ types, default: main }).toEqual(exports['.']);
  expect(typesVersions).toEqual({ '*': { engine: [exports['./engine'].require.types] } });
});

it('can be required where Node cannot require a module', async () => {
  const file = join(folder, 'of-a-consumer.js');
  const required = createRequire(file).resolve('origin-doctor/engine');
  expect(required).toBe(join(realpathSync(folder), 'lambda/engine.cjs'));
  const both = [createRequire(file)(required), await import(pathToFileURL(join(folder, 'lambda/engine.js')).href)];
  for (const engine of both) expect(Object.keys(engine).toSorted()).toEqual(['diagnose', 'path', 'readInventory']);
});

it('says which permissions reading takes, and ships its licence', () => {
  const granted = [...text('README.md').matchAll(/`((?:ec2|elasticloadbalancing):\w+)(\*?)`/g)];
  const isGranted = (action: string) =>
    granted.some(([, name = '', rest]) => (rest === '*' ? action.startsWith(name) : action === name));
  expect(readActions.filter((action) => !isGranted(action))).toEqual([]);
  expect(text('LICENSE')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
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
