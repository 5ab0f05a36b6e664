import { expect, it } from 'vitest';
import { type Ground, nextStep } from '../../../bin/init/next-step.ts';
import { configWith, deployment } from './account.ts';

const NOBODY = configWith([deployment(['a'])]);
const SOMEBODY = configWith([deployment(['a'], { options: { emails: ['on-call@example.com'] } })]);

it.each<[string, Ground, string]>([
  [
    'in the checkout',
    { out: 'origin-doctor.json', cwd: '/app', app: '/app/' },
    'npm run build && npx cdk deploy --all',
  ],
  [
    'in the checkout, to another file',
    { out: 'two.json', cwd: '/app', app: '/app/' },
    'npm run build && npx cdk deploy --all -c config=two.json',
  ],
  [
    'in the checkout, to standard output',
    { out: null, cwd: '/app', app: '/app/' },
    'npm run build && npx cdk deploy --all -c config=FILE',
  ],
  [
    'elsewhere',
    { out: 'origin-doctor.json', cwd: "/my own/it's", app: '/app/' },
    "cd /app/ && npm run build && npx cdk deploy --all -c config='/my own/it'\\''s/origin-doctor.json'",
  ],
  [
    'elsewhere, into the checkout',
    { out: '/app/origin-doctor.json', cwd: '/home', app: '/app/' },
    'cd /app/ && npm run build && npx cdk deploy --all',
  ],
])('what is next, %s', (_, ground, command) => {
  const tests = '`origin-doctor doctor` tests the ground for it.';
  expect(nextStep(SOMEBODY, ground)).toBe(`Next: \`${command}\`. ${tests}`);
  expect(nextStep(NOBODY, ground)).toBe(`Next: an address under options.emails, then \`${command}\`. ${tests}`);
});

it('does not name an app that the package has not', () => {
  const next = nextStep(NOBODY, { out: 'origin-doctor.json', cwd: '/home', app: null });
  expect(next).toMatch(/^Next: the npm package has no app that reads this file\..*new OriginDoctor.*deploying\.md/);
  expect(next).not.toContain('cdk deploy');
});
