import { DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation';
import { malformedAnswer } from '../inventory/malformed-answer.ts';
import { type Fact, known } from '../model/fact.ts';
import { asked } from './asked.ts';
import type { Deployed } from './deployed.ts';
import { deployedIn } from './deployed-in.ts';
import type { DoctorClients } from './doctor-clients.ts';

/** Only an endpoint that never ends gets there: an account has 2,000 stacks unless it asked for more. */
const MOST_PAGES = 200;

/**
 * The deployments of the clients' Region, by their stacks' outputs: of this stack, or of all that there are. Looking through
 * all takes `cloudformation:ListStacks` too
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html). A stack that is not there
 * holds none. Throws `CannotCheck` where the credentials do not hold.
 */
export async function findDeployed(
  { cloudFormation }: Pick<DoctorClients, 'cloudFormation'>,
  region: string,
  stack: string | null,
): Promise<Fact<readonly Deployed[]>> {
  const stacks = await asked('cloudformation:DescribeStacks', () =>
    stack === null ? allStacks(cloudFormation) : oneStack(cloudFormation, stack),
  );
  if (!stacks.known) return stacks;
  const found = stacks.value.flatMap((one) =>
    deployedIn(one.StackName ?? '', region, outputsOf(one)).map((its) => ({ ...its, status: one.StackStatus ?? '' })),
  );
  return known(found);
}

async function allStacks(cloudFormation: DoctorClients['cloudFormation']): Promise<readonly Stack[]> {
  const stacks: Stack[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await cloudFormation.send(new DescribeStacksCommand({ NextToken: token }));
    stacks.push(...(answer.Stacks ?? []));
    token = answer.NextToken;
    if (token === undefined || token === '') return stacks;
  }
  throw malformedAnswer(`more than ${MOST_PAGES} pages`);
}

async function oneStack(cloudFormation: DoctorClients['cloudFormation'], stack: string): Promise<readonly Stack[]> {
  try {
    return (await cloudFormation.send(new DescribeStacksCommand({ StackName: stack }))).Stacks ?? [];
  } catch (error) {
    // "If the stack doesn't exist, a ValidationError is returned."
    if (error instanceof Error && error.name === 'ValidationError' && /does not exist/.test(error.message)) return [];
    throw error;
  }
}

function outputsOf({ Outputs = [] }: Stack): Readonly<Record<string, string>> {
  return Object.fromEntries(Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
}
