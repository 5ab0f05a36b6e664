import { type Command, Option } from 'commander';
import { catalogue } from '../../lambda/diagnosis/catalogue.ts';
import { faultList } from '../../lambda/report/fault-list.ts';
import { faultListJson } from '../../lambda/report/fault-list-json.ts';
import { allowedValue } from '../allowed-value.ts';
import { appearance } from '../appearance.ts';

const OUTPUTS = ['text', 'json'] as const;

type Options = { readonly output: (typeof OUTPUTS)[number]; readonly color: boolean };

/** `faults`: the catalogue, in the packet's order. */
export function faultsVerb(program: Command): void {
  program
    .command('faults')
    .description('list the faults that can be named')
    .addOption(
      new Option('--output <format>', `how to list: ${OUTPUTS.join(', ')}`)
        .argParser(allowedValue(OUTPUTS))
        .default('text'),
    )
    .action((_: unknown, command: Command) => {
      const { output, color } = command.optsWithGlobals<Options>();
      process.stdout.write(output === 'json' ? faultListJson(catalogue) : faultList(catalogue, appearance(color)));
    });
}
