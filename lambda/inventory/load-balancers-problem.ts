import type { AwsClients } from './aws-clients.ts';
import { CannotCheck } from './cannot-check.ts';
import { credentialsProblem } from './credentials-problem.ts';
import { reasonOf } from './reason-of.ts';
import { unknownOf } from './unknown-of.ts';

const SERVICE = 'elasticloadbalancing';
const ACTION = `${SERVICE}:DescribeLoadBalancers`;

/** What is raised where nobody answered: by Node (codes), by the SDK's timeouts, by our own deadline. */
const NOBODY = /^(E[A-Z_]+|TimeoutError|AbortError)$/;

/** Why the load balancers cannot be read, without which there is nothing to check. */
export function loadBalancersProblem(error: unknown, clients: AwsClients): CannotCheck {
  const credentials = credentialsProblem(error);
  if (credentials !== null) return credentials;
  const url = clients.dialled[SERVICE] ?? 'the endpoint';
  if (NOBODY.test(wordOf(error)))
    return new CannotCheck(`${url} does not answer: ${reasonOf(error)}. ${whatToDo(url)}`);
  const { kind, reason } = unknownOf(error, ACTION);
  if (kind === 'forbidden') {
    return new CannotCheck(`The load balancers cannot be read: ${reason}. Allow the IAM action ${ACTION}.`);
  }
  return new CannotCheck(`The load balancers cannot be read from ${url}: ${reason}.`);
}

function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function whatToDo(url: string): string {
  return url.includes('.amazonaws.com')
    ? 'Check the network, and that the region is written right.'
    : 'Check the URL in AWS_ENDPOINT_URL (or endpoint_url in the AWS configuration files), and that something serves it.';
}
