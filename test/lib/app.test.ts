import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { emptyApp } from './doctor-stack.ts';
import type { Resource } from './template-of.ts';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const folder = temporaryFolder();

/** Runs the app as the CDK's command line does, with no credentials and CDK's own rules as errors. */
async function synthesise(name: string, context: object): Promise<{ out: string; stderr: string; status: number }> {
  const out = join(folder, name);
  const env = {
    PATH: process.env['PATH'] ?? '',
    CDK_OUTDIR: out,
    CDK_CONTEXT_JSON: JSON.stringify({
      ...emptyApp().node.getAllContext(),
      '@aws-cdk/core:validateAgainstDefaultRules': true,
      ...context,
    }),
  };
  const args = [join(ROOT, 'bin/app.ts')];
  return run(process.execPath, args, { env, cwd: folder }).then(
    ({ stderr }) => ({ out, stderr, status: 0 }),
    ({ stderr, code }: { stderr: string; code: number }) => ({ out, stderr, status: code }),
  );
}

describe('the app', () => {
  it('makes a stack of the sample without credentials, to which CDK has nothing to say', async () => {
    const { out, stderr, status } = await synthesise('sample', {});
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const templates = readdirSync(out).filter((file) => file.endsWith('.template.json'));
    expect(templates).toEqual(['origin-doctor-eu-central-1-vpc-0123456789abcdef0.template.json']);
    const text = readFileSync(join(out, templates[0] ?? ''), 'utf8');
    expect(text).toContain('on-call@example.com');
    expect(text).toContain('80,443,5432,8000-9999');
    expect(text).toContain('shop-to-database');
  }, 60_000);

  it('makes one for each VPC', async () => {
    const config = JSON.parse(readFileSync(join(ROOT, 'origin-doctor.sample.json'), 'utf8'));
    const [{ loadBalancers, watches, ...vpc }] = config.deployments;
    const one = { ...vpc, loadBalancers: loadBalancers.slice(0, 1), watches };
    const subnets = [{ id: 'subnet-0d44444444444444d', zone: 'eu-central-1a' }];
    const other = { ...vpc, vpcId: 'vpc-0fedcba9876543210', loadBalancers: [{ ...loadBalancers[1], subnets }] };
    const file = join(folder, 'two.json');
    writeFileSync(file, JSON.stringify({ ...config, deployments: [one, other] }));
    const { out, status } = await synthesise('two', { config: file });
    expect(status).toBe(0);
    expect(readdirSync(out).filter((name) => name.endsWith('.template.json'))).toHaveLength(2);
  }, 60_000);

  it('makes several of one VPC, each with a name', async () => {
    const config = JSON.parse(readFileSync(join(ROOT, 'origin-doctor.sample.json'), 'utf8'));
    const [{ loadBalancers, ...vpc }] = config.deployments;
    const deployments = [
      { ...vpc, loadBalancers: loadBalancers.slice(0, 1) },
      { ...vpc, name: 'ingest', loadBalancers: loadBalancers.slice(1) },
    ];
    const file = join(folder, 'split.json');
    writeFileSync(file, JSON.stringify({ ...config, deployments }));
    const { out, status } = await synthesise('split', { config: file });
    expect(status).toBe(0);
    const templates = readdirSync(out).filter((name) => name.endsWith('.template.json'));
    expect(templates.toSorted()).toEqual(
      ['-ingest', ''].map((name) => `origin-doctor-eu-central-1-vpc-0123456789abcdef0${name}.template.json`),
    );
    const alarms = (name: string) => readFileSync(join(out, name), 'utf8').match(/"AlarmName": "[^"]+"/g) ?? [];
    const all = templates.flatMap(alarms);
    expect(new Set(all).size).toBe(all.length);
  }, 60_000);

  it('makes one of watches alone, which do not depend on a load balancer', async () => {
    const { options, ...config } = JSON.parse(readFileSync(join(ROOT, 'origin-doctor.sample.json'), 'utf8'));
    const deployments = config.deployments.map((one: object) => ({ ...one, loadBalancers: [] }));
    const file = join(folder, 'watches.json');
    writeFileSync(file, JSON.stringify({ ...config, deployments }));
    const { out, stderr, status } = await synthesise('watches', { config: file });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const name = 'origin-doctor-eu-central-1-vpc-0123456789abcdef0.template.json';
    const { Resources } = JSON.parse(readFileSync(join(out, name), 'utf8')) as { Resources: Record<string, Resource> };
    const probers = Object.values(Resources).filter(({ Properties }) => 'VpcConfig' in (Properties ?? {}));
    expect(probers.map(({ Properties }) => Properties['VpcConfig'])).toEqual(
      ['subnet-0a11111111111111a', 'subnet-0b22222222222222b'].map((id) => ({
        SubnetIds: [id],
        SecurityGroupIds: ['sg-0b55555555555555b'],
      })),
    );
  }, 60_000);

  it('names the file and the deployment where only the construct knows what is wrong', async () => {
    const config = JSON.parse(readFileSync(join(ROOT, 'origin-doctor.sample.json'), 'utf8'));
    const [{ loadBalancers, ...vpc }] = config.deployments;
    const securityGroups = ['a', 'b', 'c', 'd', 'e', 'f'].map((one) => `sg-${one}`);
    const crowded = { ...vpc, name: 'crowded', loadBalancers: [{ ...loadBalancers[0], securityGroups }] };
    const file = join(folder, 'crowded.json');
    const deployments = [{ ...vpc, loadBalancers: loadBalancers.slice(1) }, crowded];
    writeFileSync(file, JSON.stringify({ ...config, deployments }));
    const { stderr, status } = await synthesise('crowded', { config: file });
    expect(stderr).toContain(
      `${file} cannot be used: deployments[1]: OriginDoctor: loadBalancers[0].securityGroups is ["sg-a"`,
    );
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(1);
  }, 60_000);

  it('says in words what is wrong with its configuration', async () => {
    const { stderr, status } = await synthesise('none', { config: 'nowhere.json' });
    expect(stderr).toMatch(/^nowhere\.json does not exist; write one, or start from /);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(1);
  }, 60_000);
});
