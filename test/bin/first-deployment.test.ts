import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firstDeployment } from '../../bin/ground/first-deployment.ts';
import { groundParts } from '../../lambda/doctor/ground-line.ts';

const pageOf = (name: string) => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');

it('the page of limits lists what the doctor prints, and nothing else', () => {
  const limits = pageOf('limits.md');
  const section = limits.slice(limits.indexOf('**On a first deployment**'), limits.indexOf('**Events**'));
  const listed = section
    .split('\n* ')
    .slice(1)
    .map((item) => item.trim().replaceAll(/\s+/g, ' '));
  expect(listed).toEqual(firstDeployment);
});

it('the page of the doctor tells of each of its parts', () => {
  const parts = [...pageOf('doctor.md').matchAll(/^\| `([a-z]+)` \| (?:who|whe|each|whi|free)/gm)].map(
    ([, part]) => part,
  );
  expect(parts).toEqual(groundParts);
});
