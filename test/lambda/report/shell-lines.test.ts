import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shellLines } from '../../../lambda/report/shell-lines.ts';

it.each([
  ['a short one stays', 'aws sts get-caller-identity', ['aws sts get-caller-identity']],
  [
    'a long one is carried on before options',
    'aws ec2 revoke --group-id sg-1 --rule sgr-1 --dry-run',
    ['aws ec2 revoke --group-id sg-1 \\', '  --rule sgr-1 --dry-run'],
  ],
  [
    'nothing inside quotes is touched',
    "aws ec2 authorize --ip-permissions 'Description=a --b c --d e --f g'",
    ['aws ec2 authorize \\', "  --ip-permissions 'Description=a --b c --d e --f g'"],
  ],
  [
    'nor inside double quotes with escapes',
    'aws ec2 authorize --text "say \\" --not here" --real option-value',
    ['aws ec2 authorize \\', '  --text "say \\" --not here" \\', '  --real option-value'],
  ],
  [
    'an escaped blank is no break',
    'aws ec2 authorize-something a\\ --b-is-a-word-here',
    ['aws ec2 authorize-something a\\ --b-is-a-word-here'],
  ],
  ['what cannot be broken stays whole', `echo ${'x'.repeat(60)}`, [`echo ${'x'.repeat(60)}`]],
  [
    'lines of its own are left',
    'cat <<E\nsome words --option and more of them\nE',
    ['cat <<E', 'some words --option and more of them', 'E'],
  ],
  [
    'a comment is left',
    'ss -ltn # look for the port --here and not elsewhere',
    ['ss -ltn # look for the port --here and not elsewhere'],
  ],
])('%s', (_, command, expected) => {
  expect(shellLines(command, 40)).toEqual(expected);
});

it('always says the same to a shell', () => {
  const word = fc.constantFrom('aws', '--group-id', 'sg-1', "'a --b c'", '"x --y \\" z"', 'a\\ --b', '--k=v', '-x');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.integer({ min: 10, max: 60 }), (words, width) => {
      const command = words.join(' ');
      expect(shellLines(command, width).join('\n').replaceAll(' \\\n  ', ' ')).toBe(command);
    }),
  );
});
