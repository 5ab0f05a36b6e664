import { EC2Client } from '@aws-sdk/client-ec2';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { type InvokeCommand, type InvokeCommandOutput, LambdaClient } from '@aws-sdk/client-lambda';
import { onceAdmitted } from './once-admitted.ts';
import { resolveRegion } from './resolve-region.ts';

/** The clients of one account and region, and what was asked of them. */
export type AwsClients = {
  readonly ec2: Pick<EC2Client, 'send'>;
  readonly elbv2: Pick<ElasticLoadBalancingV2Client, 'send'>;
  readonly lambda: {
    /** Invokes once; where Lambda has no room, three times again within some seconds, and never after `abortSignal`. */
    readonly send: (
      command: InvokeCommand,
      options?: { readonly abortSignal?: AbortSignal },
    ) => Promise<InvokeCommandOutput>;
  };
  /** The region. Throws `CannotCheck` where it, the profile or the credentials are missing. */
  readonly region: () => Promise<string>;
  /** Requests sent so far, retries and pages included, by name: `ec2:DescribeSubnets`. */
  readonly calls: Record<string, number>;
  /** The URL at which each service was last dialled, by what stands before the colon in `calls`. */
  readonly dialled: Record<string, string>;
};

/**
 * A throttled call is sent again after about a second, then two and four, and the adaptive mode slows all calls of a
 * client once one was throttled. A refused connection is tried again at once, so that it fails within a second.
 */
const RETRIES = { retryMode: 'adaptive', maxAttempts: 4 } as const;

/** Connecting takes milliseconds, and the slowest page of a thousand rows a few seconds. */
const READING = { connectionTimeout: 2_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/**
 * Sent once: whether an invocation whose answer did not come has begun, nobody knows. So each has a connection of its own: one
 * that was kept while the function was frozen may have been closed, and nobody would try again.
 */
const INVOKING = {
  retryMode: 'standard',
  maxAttempts: 1,
  requestHandler: {
    // A prober answers when it has dialled everything.
    ...{ connectionTimeout: 5_000, requestTimeout: 120_000, throwOnRequestTimeout: true },
    ...{ httpAgent: { keepAlive: false }, httpsAgent: { keepAlive: false } },
  },
} as const;

/** After the retries in the order of things, so that each attempt counts. */
const EACH_ATTEMPT = { step: 'finalizeRequest', priority: 'low', name: 'tallyAttempts' } as const;

/**
 * Clients for the caller's account. Without `region` or `profile` the standard environment holds (`AWS_REGION`,
 * `AWS_PROFILE`, the configuration files); `AWS_ENDPOINT_URL` is honoured too. Nothing is dialled yet, and nothing throws.
 */
export function awsClients({ region, profile }: { region?: string; profile?: string } = {}): AwsClients {
  const calls: Record<string, number> = {};
  const dialled: Record<string, string> = {};
  const ec2 = new EC2Client({ region, profile, ...RETRIES, requestHandler: READING });
  // One chain of providers for all: a role is assumed, and a helper program run, only once.
  const shared = { region, profile, credentials: ec2.config.credentials, ...RETRIES };
  const elbv2 = new ElasticLoadBalancingV2Client({ ...shared, requestHandler: READING });
  const lambda = new LambdaClient({ ...shared, ...INVOKING });
  ec2.middlewareStack.add(tally('ec2', calls, dialled), EACH_ATTEMPT);
  elbv2.middlewareStack.add(tally('elasticloadbalancing', calls, dialled), EACH_ATTEMPT);
  lambda.middlewareStack.add(tally('lambda', calls, dialled), EACH_ATTEMPT);
  const invoking: AwsClients['lambda'] = {
    send: (command, options) =>
      onceAdmitted(() => lambda.send(command, options), { repeats: 3, signal: options?.abortSignal }),
  };
  return { ec2, elbv2, lambda: invoking, region: () => resolveRegion(ec2.config, profile), calls, dialled };
}

/** A middleware that counts a request, and notes where it goes to. */
function tally(service: string, calls: Record<string, number>, dialled: Record<string, string>) {
  return <Args extends { readonly request: unknown }, Sent>(
    next: (args: Args) => Sent,
    context: { readonly commandName?: string },
  ) =>
    (args: Args): Sent => {
      const name = `${service}:${context.commandName?.replace(/Command$/, '')}`;
      calls[name] = (calls[name] ?? 0) + 1;
      dialled[service] = urlOf(args.request);
      return next(args);
    };
}

/** Protocol, host and port, as the SDK resolved them. */
function urlOf(request: unknown): string {
  const { protocol, hostname, port } = request as { protocol: string; hostname: string; port?: number };
  return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`;
}
