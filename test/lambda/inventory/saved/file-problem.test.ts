import { expect, it } from 'vitest';
import { fileProblem } from '../../../../lambda/inventory/saved/file-problem.ts';

it.each([
  { code: 'ENOENT', said: '"a" does not exist: name a snapshot, or a folder of saved `aws … describe-*` answers.' },
  { code: 'EACCES', said: '"a" cannot be read: permission denied.' },
  { code: 'ELOOP', said: '"a" cannot be read: its links lead in a circle.' },
  { code: 'EIO', said: '"a" cannot be read: as the system says.' },
  { code: 'constructor', said: '"a" cannot be read: as the system says.' },
])('says $code in words', ({ code, said }) => {
  const error = Object.assign(new Error('as the system says'), { code });
  expect(fileProblem('a', error)).toMatchObject({ name: 'CannotCheck', message: said });
});
