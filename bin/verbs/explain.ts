import type { Command } from 'commander';
import { catalogue } from '../../lambda/diagnosis/catalogue.ts';
import { nearest } from '../../lambda/inventory/nearest.ts';
import { explanation } from '../../lambda/report/explanation.ts';
import { appearance } from '../appearance.ts';
import { readExample } from '../read-example.ts';

/** `explain CODE`: one entry of the catalogue, in full. */
export function explainVerb(program: Command): void {
  program
    .command('explain')
    .description('explain one fault: what it means, an example, how to confirm it, what mends it')
    .argument('<code>', 'the code of the fault, as in a report')
    .action((code: string, _: unknown, command: Command) => {
      const fault = catalogue.find((one) => one.code === code);
      if (fault === undefined) return command.error(unknownCode(code));
      const look = appearance(command.optsWithGlobals<{ color: boolean }>().color);
      process.stdout.write(explanation(fault, readExample(code), look));
    });
}

function unknownCode(code: string): string {
  const likeliest = nearest(
    code,
    catalogue.map((one) => one.code),
  );
  return `error: there is no fault "${code}". Nearest are ${likeliest.slice(0, 3).join(', ')}; \`origin-doctor faults\` lists all that are allowed.`;
}
