import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { deployedSettings } from '../../../lambda/handlers/deployed-settings.ts';
import { writeSettings } from '../../../lambda/memory/write-settings.ts';
import { keptTable } from '../memory/kept-table.ts';

const prober = { functionName: 'prober-a', subnetId: 'subnet-a', securityGroups: ['sg-1'] };
const watching = (loadBalancer: string) =>
  JSON.stringify({ probers: [prober], loadBalancers: [loadBalancer], declared: {} });
const inTable = (version: string) => ({ ORIGIN_DOCTOR_TABLE: 'origin-doctor', ORIGIN_DOCTOR_SETTINGS: version });

afterEach(() => vi.unstubAllEnvs());

async function inTheLab(options: { forbidden?: readonly string[] } = {}) {
  const kept = await keptTable(options);
  vi.stubEnv('AWS_ENDPOINT_URL', kept.endpoint.url);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  return kept;
}

describe('the settings in the table', () => {
  it('are read beside the environment, once for each version', async () => {
    const { table } = await inTheLab();
    await writeSettings(table, { version: 'once', settings: watching('shop') });
    expect(await deployedSettings({ ...inTable('once'), ORIGIN_DOCTOR_DEADLINE_MS: '700' })).toMatchObject({
      probers: [prober],
      loadBalancers: ['shop'],
      deadlineMs: 700,
      table: 'origin-doctor',
    });
    await writeSettings(table, { version: 'twice', settings: watching('ingest') });
    expect(await deployedSettings(inTable('once'))).toMatchObject({ loadBalancers: ['shop'] });
    expect(await deployedSettings(inTable('twice'))).toMatchObject({ loadBalancers: ['ingest'] });
  });

  it('of another version hold for one run, and are read again by the next', async () => {
    const { table } = await inTheLab();
    await writeSettings(table, { version: 'new', settings: watching('new') });
    expect(await deployedSettings(inTable('old'))).toMatchObject({ loadBalancers: ['new'] });
    await writeSettings(table, { version: 'old', settings: watching('old') });
    expect(await deployedSettings(inTable('old'))).toMatchObject({ loadBalancers: ['old'] });
  });

  it('are not asked for where the environment holds them', async () => {
    await inTheLab({ forbidden: ['dynamodb:GetItem'] });
    const told = { ORIGIN_DOCTOR_PROBERS: JSON.stringify([prober]), ORIGIN_DOCTOR_LOAD_BALANCERS: '["told"]' };
    expect(await deployedSettings({ ...inTable('told'), ...told })).toMatchObject({ loadBalancers: ['told'] });
    await expect(deployedSettings({ ...inTable('told'), ORIGIN_DOCTOR_PROBERS: '[]' })).rejects.toThrow(
      'ORIGIN_DOCTOR_LOAD_BALANCERS: it is not set',
    );
  });

  it('are read as soon as they can be', async () => {
    const { table } = await inTheLab();
    await expect(deployedSettings(inTable('late'))).rejects.toThrow('there is no such row');
    await writeSettings(table, { version: 'late', settings: watching('late') });
    expect(await deployedSettings(inTable('late'))).toMatchObject({ loadBalancers: ['late'] });
  });
});

describe('what is wrong is one error that says how to mend it', () => {
  it.each<{ name: string; spoilt: Record<string, AttributeValue> | null; says: string }>([
    { name: 'no row', spoilt: null, says: 'there is no such row' },
    { name: 'a row of something else', spoilt: { version: { S: 'x' } }, says: 'there is no such row' },
    { name: 'no JSON', spoilt: { version: { S: 'x' }, settings: { S: '{' } }, says: 'they are not JSON' },
    { name: 'a field missing', spoilt: { version: { S: 'x' }, settings: { S: '{}' } }, says: 'probers: ' },
  ])('$name', async ({ spoilt, says }) => {
    const { spoil } = await inTheLab();
    if (spoilt !== null) await spoil({ pk: { S: 'settings' }, sk: { S: 'current' }, ...spoilt });
    const error = await deployedSettings(inTable('x')).catch((one: unknown) => String(one));
    expect(error).toContain('from the row settings / current of the table origin-doctor');
    expect(error).toContain(says);
    expect(error).toContain('deploy with something else in loadBalancers or declared');
  });

  it('a table that may not be read', async () => {
    await inTheLab({ forbidden: ['dynamodb:GetItem'] });
    await expect(deployedSettings(inTable('x'))).rejects.toThrow(/table origin-doctor: .*AccessDenied/);
  });

  it.each([
    { name: 'no table', environment: { ORIGIN_DOCTOR_SETTINGS: 'x' }, says: 'ORIGIN_DOCTOR_TABLE: it is not set' },
    { name: 'nothing at all', environment: {}, says: 'ORIGIN_DOCTOR_PROBERS: it is not set' },
  ])('$name', async ({ environment, says }) => {
    await expect(deployedSettings(environment)).rejects.toThrow(says);
  });
});
