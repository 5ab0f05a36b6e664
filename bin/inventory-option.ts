import { Option } from 'commander';

/** `--inventory` of a verb that can do without AWS. */
export function inventoryOption(): Option {
  return new Option(
    '--inventory <file|dir>',
    'judge a snapshot, or a folder of saved `aws … describe-*` answers, without any AWS call',
  );
}
