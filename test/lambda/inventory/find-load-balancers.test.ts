import { expect, it, vi } from 'vitest';
import { findLoadBalancers } from '../../../lambda/inventory/find-load-balancers.ts';
import { namedError } from './named-error.ts';
import { type Asked, stubClients } from './stub-clients.ts';

const NAMES = ['shop-web', 'shop-orders', 'shop-admin', 'blog', 'mail', 'metrics'];
const arnOf = (name: string) =>
  `arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/${name}/50dc6c495c0c9188`;

function described(name: string) {
  return {
    LoadBalancerArn: arnOf(name),
    LoadBalancerName: name,
    Type: 'application',
    Scheme: 'internal',
    State: { Code: 'active' },
    DNSName: `${name}.eu-west-1.elb.amazonaws.com`,
    VpcId: 'vpc-1',
    AvailabilityZones: [],
  };
}

/** As AWS does: one stranger among names or ARNs fails the call. */
function answering(names: readonly string[]) {
  return ({ input }: Asked): unknown => {
    const all = names.map(described);
    const wanted = (input['Names'] ?? input['LoadBalancerArns']) as string[] | undefined;
    if (wanted === undefined) return { LoadBalancers: all };
    const found = wanted.map((one) => all.find((lb) => lb.LoadBalancerName === one || lb.LoadBalancerArn === one));
    if (found.includes(undefined)) throw namedError('LoadBalancerNotFoundException', 'One or more not found');
    return { LoadBalancers: found };
  };
}

it.each([
  { situation: 'all', names: [], found: NAMES, calls: [{ PageSize: 400 }] },
  { situation: 'one by name', names: ['blog'], found: ['blog'], calls: [{ Names: ['blog'] }] },
  { situation: 'one by ARN', names: [arnOf('blog')], found: ['blog'], calls: [{ LoadBalancerArns: [arnOf('blog')] }] },
  {
    situation: 'both ways, in the order asked for',
    names: ['mail', arnOf('blog')],
    found: ['mail', 'blog'],
    calls: [{ LoadBalancerArns: [arnOf('blog')] }, { Names: ['mail'] }],
  },
  {
    situation: 'one twice',
    names: ['blog', arnOf('blog')],
    found: ['blog'],
    calls: [{ LoadBalancerArns: [arnOf('blog')] }, { Names: ['blog'] }],
  },
])('finds $situation', async ({ names, found, calls }) => {
  const { clients, asked } = stubClients(answering(NAMES));
  expect((await findLoadBalancers(clients, names)).map((one) => one.name)).toEqual(found);
  expect(asked.map((one) => one.input)).toEqual(calls);
});

it('asks for 20 names at most in one call', async () => {
  const names = Array.from({ length: 45 }, (_, index) => `service-${index}`);
  const { clients, asked } = stubClients(answering(names));
  expect(await findLoadBalancers(clients, names)).toHaveLength(45);
  expect(asked.map((one) => (one.input['Names'] as string[]).length)).toEqual([20, 20, 5]);
});

const NOT_ONE = 'is not an ARN of a load balancer';

it.each([
  {
    names: ['shop-wbe'],
    said: 'There is no load balancer "shop-wbe" in eu-west-1; there are: shop-web, shop-orders, shop-admin, blog, mail.',
  },
  { names: ['blog', 'shop_web'], said: 'There is no load balancer "shop_web" in eu-west-1; there are: shop-web,' },
  { names: [''], said: 'There is no load balancer "" in eu-west-1' },
  { names: ['x', 'y'], said: /"x" in eu-west-1.*\n.*"y" in eu-west-1/ },
  { names: [arnOf('blgo')], said: `; there are: ${arnOf('blog')},` },
  {
    names: [arnOf('blog').replace('eu-west-1', 'us-east-1')],
    said: 'is in us-east-1, but eu-west-1 is being checked: say --region us-east-1',
  },
  { names: ['arn:aws:elasticloadbalancing'], said: NOT_ONE },
  { names: [`${arnOf('blog')}:more`], said: NOT_ONE },
  { names: [arnOf('blog').replace('123456789012', '12')], said: NOT_ONE },
  {
    names: [arnOf('blog').replace('loadbalancer/app', 'targetgroup')],
    said: 'is not a load balancer (elasticloadbalancing, targetgroup/',
  },
  { names: ['arn:aws:ec2:eu-west-1:123456789012:instance/i-1'], said: 'is not a load balancer (ec2, instance/i-1)' },
  {
    names: ['arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/old'],
    said: 'is a Classic Load Balancer',
  },
])('refuses $names', async ({ names, said }) => {
  const { clients } = stubClients(answering(NAMES));
  const message = typeof said === 'string' ? expect.stringContaining(said) : expect.stringMatching(said);
  await expect(findLoadBalancers(clients, names)).rejects.toMatchObject({ name: 'CannotCheck', message });
});

it('says so where there is no load balancer at all', async () => {
  const { clients } = stubClients(answering([]));
  expect(await findLoadBalancers(clients, [])).toEqual([]);
  await expect(findLoadBalancers(clients, ['blog'])).rejects.toThrow(
    'There is no load balancer "blog" in eu-west-1, nor any other.',
  );
});

const REFUSED = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:4566'), { code: 'ECONNREFUSED' });

it.each([
  {
    error: namedError('AccessDenied'),
    url: 'https://elasticloadbalancing.eu-west-1.amazonaws.com',
    said: 'Allow the IAM action elasticloadbalancing:DescribeLoadBalancers',
  },
  {
    error: namedError('ExpiredToken'),
    url: 'https://elasticloadbalancing.eu-west-1.amazonaws.com',
    said: 'The AWS credentials have expired',
  },
  {
    error: namedError('ThrottlingException'),
    url: 'https://elasticloadbalancing.eu-west-1.amazonaws.com',
    said: 'was throttled',
  },
  {
    error: REFUSED,
    url: 'http://127.0.0.1:4566',
    said: 'No answer from http://127.0.0.1:4566: connect ECONNREFUSED 127.0.0.1:4566. Check the URL in AWS_ENDPOINT_URL',
  },
  {
    error: namedError('TimeoutError'),
    url: 'https://elasticloadbalancing.eu-wst-1.amazonaws.com',
    said: 'Check the network, and that the region is written right',
  },
])('throws where the load balancers cannot be read: $said', async ({ error, url, said }) => {
  const { clients } = stubClients(() => {
    throw error;
  });
  clients.dialled['elasticloadbalancing'] = url;
  await expect(findLoadBalancers(clients, [])).rejects.toMatchObject({
    name: 'CannotCheck',
    message: expect.stringContaining(said),
  });
});

it.each([
  { answer: {}, said: 'LoadBalancers is missing' },
  {
    answer: { LoadBalancers: [{ ...described('blog'), Type: 'mesh' }] },
    said: 'Type is "mesh", not one of application, network, gateway',
  },
  { answer: { LoadBalancers: [{ ...described('blog'), VpcId: undefined }] }, said: 'VpcId is missing' },
])('throws for a malformed answer: $said', async ({ answer, said }) => {
  const { clients } = stubClients(() => answer);
  await expect(findLoadBalancers(clients, [])).rejects.toMatchObject({
    name: 'CannotCheck',
    message: expect.stringContaining(`malformed answer from elasticloadbalancing:DescribeLoadBalancers: ${said}`),
  });
});

it('says how long it waited for an endpoint that says nothing', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
  const { clients } = stubClients(() => {
    throw namedError('AbortError', 'Request aborted');
  });
  clients.dialled['elasticloadbalancing'] = 'http://127.0.0.1:4566';
  await expect(findLoadBalancers(clients, [])).rejects.toThrow(
    'No answer from http://127.0.0.1:4566: nothing within 15 s.',
  );
  timeout.mockRestore();
});
