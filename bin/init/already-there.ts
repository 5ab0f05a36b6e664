import { CannotCheck } from '../../lambda/inventory/cannot-check.ts';

/** What is said of a file that is not to be overwritten. */
export function alreadyThere(file: string): CannotCheck {
  return new CannotCheck(`"${file}" is there already: --force brings it up to date; -o names another file.`);
}
