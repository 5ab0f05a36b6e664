import type { AwsClients } from './aws-clients.ts';
import { CannotCheck } from './cannot-check.ts';
import { credentialsProblem } from './credentials-problem.ts';
import { reasonOf } from './reason-of.ts';
import { unknownOf } from './unknown-of.ts';

const SERVICE = 'elasticloadbalancing';
const ACTION = `${SERVICE}:DescribeLoadBalancers`;

/** What is raised where nobody answered: by Node (codes), and by the timeouts. */
const NOBODY = /^(E[A-Z_]+|TimeoutError)$/;

/** Why the load balancers cannot be read, without which there is nothing to check. */
export function loadBalancersProblem(error: unknown, clients: AwsClients): CannotCheck {
  const credentials = credentialsProblem(error);
  if (credentials !== null) return credentials;
  const url = clients.dialled[SERVICE] ?? configuredUrl();
  if (NOBODY.test(wordOf(error))) {
    return new CannotCheck(`No answer from ${url}: ${reasonOf(error)}. ${whatToDo(url)}`);
  }
  const { kind, reason } = unknownOf(error, ACTION);
  const advice = kind === 'forbidden' ? ` Allow the IAM action ${ACTION}.` : '';
  return new CannotCheck(`The load balancers cannot be read from ${url}: ${reason}.${advice}`);
}

/** What was to be dialled, where the SDK did not get so far as to dial it: the URL itself may be what is wrong, and may hold a password. */
function configuredUrl(): string {
  const url = process.env['AWS_ENDPOINT_URL_ELASTIC_LOAD_BALANCING_V2'] ?? process.env['AWS_ENDPOINT_URL'];
  return url === undefined ? 'the AWS endpoint' : `"${reasonOf(url)}"`;
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
