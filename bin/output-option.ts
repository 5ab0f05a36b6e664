import { Option } from 'commander';
import { allowedValue } from './allowed-value.ts';
import { formats } from './formats.ts';

/** `--output` of a verb that reports. */
export function outputOption(): Option {
  return new Option('--output <format>', `how to report: ${formats.join(', ')}`)
    .argParser(allowedValue(formats))
    .default('text');
}
