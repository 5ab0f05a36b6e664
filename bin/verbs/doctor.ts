import { type Command, Option } from 'commander';
import type { Ground } from '../../lambda/doctor/ground.ts';
import { lineOf } from '../../lambda/doctor/line-of.ts';
import { CannotCheck } from '../../lambda/inventory/cannot-check.ts';
import { unknown } from '../../lambda/model/fact.ts';
import type { Config } from '../../lib/config/config-schema.ts';
import { allowedValue } from '../allowed-value.ts';
import { appearance } from '../appearance.ts';
import { deployCommand } from '../deploy-command.ts';
import { groundDocument } from '../ground/ground-document.ts';
import { groundText } from '../ground/ground-text.ts';
import { plannedIn } from '../ground/planned-in.ts';
import { readPlan } from '../ground/read-plan.ts';
import { version } from '../version.ts';
import { whileShowing } from '../while-showing.ts';

const OUTPUTS = ['text', 'json'] as const;

type Options = {
  readonly config?: string;
  readonly output: (typeof OUTPUTS)[number];
  readonly profile?: string;
  readonly region?: string;
  readonly color: boolean;
};

type Plan = { readonly file: string; readonly config: Config } | null;

const STATUSES = `
Exit status:
  0    all of it is ok, or a warning
  1    called wrongly
  2    something is missing
  3    something could not be looked at; where something is missing too, it is 2
  130  interrupted`;

/** `doctor`: tests its own ground, and says of each thing what to do. Writes nothing, and runs no function. */
export function doctorVerb(program: Command): void {
  program
    .command('doctor')
    .description('test its own ground: credentials, permissions, a trail, addresses, what is deployed, what it costs')
    .option('--config <file>', 'what is to be watched (default: origin-doctor.json of this folder, if there)')
    .addOption(
      new Option('--output <format>', `how to report: ${OUTPUTS.join(', ')}`)
        .argParser(allowedValue(OUTPUTS))
        .default('text'),
    )
    .addHelpText('after', STATUSES)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const plan = readPlan(options.config);
      const { ground, region } = await whileShowing('looking at the ground', () => examined(plan, options));
      const document = groundDocument(ground, { version: version(), checkedAt: new Date().toISOString(), region });
      const text = () => groundText(document, appearance(options.color));
      process.stdout.write(options.output === 'json' ? `${JSON.stringify(document, null, 2)}\n` : text());
      process.exitCode = document.status;
    });
}

/** The SDK is loaded here and not before: it takes half a second. */
async function examined(
  plan: Plan,
  { region: asked, profile }: Options,
): Promise<{ readonly ground: Ground; readonly region: string | null }> {
  const [{ awsClients }, { doctorClients }, { examineGround }] = await Promise.all([
    import('../../lambda/inventory/aws-clients.ts'),
    import('../../lambda/doctor/doctor-clients.ts'),
    import('../../lambda/doctor/examine-ground.ts'),
  ]);
  const account = { region: asked, profile };
  const aws = awsClients(account);
  let region: string | null = null;
  try {
    region = await aws.region();
    const planned = plan === null ? null : plannedIn(plan.config, plan.file, region);
    const ground = await examineGround({
      ...{ clients: doctorClients(account), aws, planned },
      ...{ version: version(), deploy: deployCommand() },
    });
    return { ground, region };
  } catch (error) {
    if (!(error instanceof CannotCheck)) throw error;
    return { ground: withoutCredentials(error.message), region };
  }
}

/** Nothing can be looked at without them. */
function withoutCredentials(says: string): Ground {
  const line = lineOf({ part: 'identity', state: 'missing', subject: 'credentials', says });
  return { account: null, lines: [line], size: unknown('not-asked', 'there are no credentials to look with') };
}
