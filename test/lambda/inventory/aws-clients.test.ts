import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { awsClients } from '../../../lambda/inventory/aws-clients.ts';
import { readInventory } from '../../../lambda/inventory/read-inventory.ts';

const EMPTY =
  '<DescribeLoadBalancersResponse><DescribeLoadBalancersResult><LoadBalancers/></DescribeLoadBalancersResult></DescribeLoadBalancersResponse>';
const error = (code: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`;

let folder: string;
let server: Server;
let url: string;
/** What the server answers, one after the other; the last one for ever. */
let answers: { status: number; body: string }[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aws-clients-'));
  await writeFile(
    join(folder, 'config'),
    '[default]\nregion = eu-west-1\n[profile shop]\nregion = eu-central-1\n[sso-session corp]\n',
  );
  await writeFile(
    join(folder, 'credentials'),
    '[shop]\naws_access_key_id = AKIAEXAMPLEEXAMPLE01\naws_secret_access_key = x\n[blog]\n',
  );
  server = createServer((_, response) => {
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 200, body: EMPTY };
    response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answers = [];
  const none = [
    'AWS_PROFILE',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_REGION',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
  ];
  for (const name of [...none, 'AWS_CONTAINER_CREDENTIALS_FULL_URI', 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'])
    vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'));
  vi.stubEnv('AWS_ENDPOINT_URL', url);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

function read(options: Parameters<typeof awsClients>[0]) {
  const clients = awsClients(options);
  return { clients, done: readInventory(clients, { names: [], now: () => new Date(0) }) };
}

it.each([
  { situation: 'options', options: { region: 'us-east-1', profile: 'shop' }, env: {}, region: 'us-east-1' },
  { situation: 'a profile by option', options: { profile: 'shop' }, env: {}, region: 'eu-central-1' },
  { situation: 'a profile by environment', options: {}, env: { AWS_PROFILE: 'shop' }, region: 'eu-central-1' },
  {
    situation: 'region and keys by environment',
    options: {},
    env: { AWS_REGION: 'eu-west-2', AWS_ACCESS_KEY_ID: 'AKIAEXAMPLEEXAMPLE01', AWS_SECRET_ACCESS_KEY: 'x' },
    region: 'eu-west-2',
  },
])('takes $situation', async ({ options, env, region }) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const { clients, done } = read(options);
  expect(await clients.region()).toBe(region);
  expect((await done).loadBalancers).toEqual([]);
  expect(clients.calls).toEqual({ 'elasticloadbalancing:DescribeLoadBalancers': 1 });
  expect(clients.dialled).toEqual({ elasticloadbalancing: url });
});

it.each([
  { situation: 'no credentials', options: { region: 'eu-west-1' }, said: 'There are no AWS credentials' },
  {
    situation: 'an unknown profile',
    options: { profile: 'shpo' },
    said: 'There is no AWS profile "shpo" in the AWS configuration files: there are shop, blog, default',
  },
  {
    situation: 'a profile without keys',
    options: { profile: 'blog', region: 'eu-west-1' },
    said: 'There are no AWS credentials',
  },
  {
    situation: 'no region',
    options: { profile: 'blog' },
    said: 'There is no AWS region: name one with --region or AWS_REGION',
  },
  {
    situation: 'no good region',
    options: { profile: 'shop', region: 'eu west 1' },
    said: 'The AWS region cannot be used',
  },
])('cannot check with $situation, and dials nobody', async ({ options, said }) => {
  const { clients, done } = read(options);
  await expect(done).rejects.toMatchObject({ name: 'CannotCheck', message: expect.stringContaining(said) });
  expect(clients.calls).toEqual({});
});

it('says so where there is no profile at all', async () => {
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'nowhere'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'nowhere'));
  await expect(read({ profile: 'shop' }).done).rejects.toThrow(
    'There is no AWS profile "shop" in the AWS configuration files: there are none.',
  );
});

it('counts each attempt of a call that is throttled at first', async () => {
  answers = [
    { status: 400, body: error('Throttling') },
    { status: 503, body: error('ServiceUnavailable') },
    { status: 200, body: EMPTY },
  ];
  const { clients, done } = read({ profile: 'shop' });
  expect((await done).loadBalancers).toEqual([]);
  expect(clients.calls).toEqual({ 'elasticloadbalancing:DescribeLoadBalancers': 3 });
});

it.each([
  {
    situation: 'expired credentials',
    answer: { status: 403, body: error('ExpiredToken') },
    said: 'The AWS credentials have expired (no)',
  },
  {
    situation: 'refused credentials',
    answer: { status: 403, body: error('InvalidClientTokenId') },
    said: 'AWS refuses the credentials (InvalidClientTokenId)',
  },
  {
    situation: 'a page that is not of AWS',
    answer: { status: 404, body: '404 page not found' },
    said: 'cannot be read from http://127.0.0.1',
  },
  {
    situation: 'an empty answer',
    answer: { status: 200, body: '' },
    said: 'malformed answer from elasticloadbalancing:DescribeLoadBalancers: LoadBalancers is missing',
  },
  {
    situation: 'an answer cut short',
    answer: { status: 200, body: EMPTY.slice(0, 60) },
    said: 'malformed answer from elasticloadbalancing:DescribeLoadBalancers: ',
  },
])('cannot check for $situation', async ({ answer, said }) => {
  answers = [answer];
  const { done } = read({ profile: 'shop' });
  await expect(done).rejects.toMatchObject({ name: 'CannotCheck', message: expect.stringContaining(said) });
});

it.each([
  {
    situation: 'nothing listens',
    dialled: 'http://127.0.0.1:1',
    said: 'No answer from http://127.0.0.1:1: connect ECONNREFUSED 127.0.0.1:1. Check the URL in AWS_ENDPOINT_URL',
  },
  {
    situation: 'the URL is none',
    dialled: 'nonsense',
    said: 'No answer from "nonsense": Invalid URL. Check the URL in AWS_ENDPOINT_URL',
  },
])('cannot check where $situation', async ({ dialled, said }) => {
  vi.stubEnv('AWS_ENDPOINT_URL', dialled);
  await expect(read({ profile: 'shop' }).done).rejects.toMatchObject({
    name: 'CannotCheck',
    message: expect.stringContaining(said),
  });
});
