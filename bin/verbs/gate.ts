import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Deployed } from '../../lambda/doctor/deployed.ts';
import { gatePage } from '../../lambda/gate/gate-page.ts';
import { gateStatus } from '../../lambda/gate/gate-status.ts';
import { readReadmission } from '../../lambda/gate/read-readmission.ts';
import { allowedValue } from '../allowed-value.ts';
import { deploymentToAsk } from '../deployment-to-ask.ts';
import { gateFromHere } from '../gate-from-here.ts';
import { gateInVpc } from '../gate-in-vpc.ts';
import type { GateOptions } from '../gate-options.ts';
import { NO_PROBERS } from '../no-probers.ts';
import { outputOption } from '../output-option.ts';
import { places } from '../places.ts';
import { typeset } from '../typeset.ts';
import { whileShowing } from '../while-showing.ts';
import { wholeNumber } from '../whole-number.ts';

const NOTES = `
Exit status:
  0    passed: what is new accepts connections, and nothing new is wrong
  1    the tool failed, or was called wrongly
  2    held, with the reason
  3    that could not be told
  130  interrupted

Without --baseline what is seen at the start is what stood before: start it
before the deployment does, or save \`check --output json\` then.

The deployed gate is asked again every few minutes, with what it saw so far:
the timeout may be longer than a function lives.`;

/** `gate`: waits until a deployment's new targets may take traffic; the exit status says whether they may. */
export function gateVerb(program: Command): void {
  program
    .command('gate')
    .description('wait until newly registered targets accept connections, or say why they do not')
    .argument(
      '[name|arn...]',
      'load balancers to watch (default: all of the region, or all that the deployed gate is for)',
    )
    .addOption(
      new Option(
        '--from <place>',
        "where to dial from: vpc (by the deployed gate; default where it is), local (this machine), none (the load balancer's word and configuration alone)",
      ).argParser(allowedValue(places)),
    )
    .option('--stack <name>', 'the stack of the gate (default: the one that watches these load balancers)')
    .option(
      '--stable <K>',
      'connections in a row that each new target must accept (default: 3, or as deployed)',
      wholeNumber(1, 100),
    )
    .option('--timeout <seconds>', 'wait no longer than that (default: 600, or as deployed)', wholeNumber(1, 86_400))
    .option('--pause <seconds>', 'between two checks', wholeNumber(1, 3_600), 5)
    .option('--baseline <file>', 'a report of before the deployment (check --output json)')
    .addOption(
      new Option(
        '--target-group <name|arn...>',
        'look at these too while no load balancer uses them (blue and green); NAME@LOADBALANCER says which will',
      ).default([], 'none'),
    )
    .addOption(
      new Option('--readmit <group:target...>', 'register TARGETGROUP:TARGET[:PORT] again once it has passed')
        .argParser(readmissions)
        .default([], 'none'),
    )
    .addOption(outputOption())
    .addHelpText('after', NOTES)
    .action(async (names: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GateOptions>();
      if (options.stack !== undefined && (options.from ?? 'vpc') !== 'vpc') return command.error(NO_PROBERS);
      if (options.from === 'none' && options.readmit.length > 0) return command.error(NOBODY_TO_TELL);
      const { answer, report } = await passed(names, options);
      const said = { page: () => gatePage(answer, report), json: () => `${JSON.stringify(answer, null, 2)}\n` };
      process.stdout.write(typeset(said, options.output, options.color));
      process.exitCode = gateStatus(answer);
    });
}

const NOBODY_TO_TELL =
  'error: of a target that is not registered no load balancer says anything: leave --readmit or --from none out.';

/** Where nothing else is said, at the deployed gate, or where there is none on this machine. */
async function passed(names: readonly string[], options: GateOptions) {
  const { from, stack, region, profile } = options;
  const asking = { names, from, stack, region, profile, instead: 'Dialling from this machine.', whyNot: whyNoGate };
  const deployed = await deploymentToAsk(asking);
  return whileShowing('waiting at the gate', async () => {
    const functionName = deployed?.gate ?? null;
    if (deployed === null || functionName === null) {
      return gateFromHere(from === 'none' ? 'none' : 'local', names, options);
    }
    return { answer: await gateInVpc({ deployed, functionName }, names, options), report: null };
  });
}

function whyNoGate({ gate, stack }: Deployed): string | null {
  return gate === null ? `The stack ${stack} has no gate (its construct says \`gate: false\`).` : null;
}

function readmissions(value: string, before: readonly string[] = []): readonly string[] {
  if (readReadmission(value) !== null) return [...before, value];
  throw new InvalidArgumentError('Allowed are TARGETGROUP:TARGET and TARGETGROUP:TARGET:PORT (IPv6 in brackets).');
}
