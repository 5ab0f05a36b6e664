import { expect, it } from 'vitest';
import { readPages } from '../../../lambda/inventory/read-pages.ts';
import { subnets } from '../../../lambda/inventory/subnets.ts';
import { namedError } from './named-error.ts';
import { stubClients } from './stub-clients.ts';

function throwing(error: Error): () => never {
  return () => {
    throw error;
  };
}

it.each([
  {
    situation: 'forbidden',
    answer: throwing(namedError('UnauthorizedOperation')),
    fact: { kind: 'forbidden', action: 'ec2:DescribeSubnets' },
  },
  { situation: 'throttled', answer: throwing(namedError('RequestLimitExceeded')), fact: { kind: 'throttled' } },
  {
    situation: 'the list is missing',
    answer: () => ({}),
    fact: { kind: 'failed', reason: 'malformed answer from ec2:DescribeSubnets: Subnets is missing' },
  },
  {
    situation: 'an id is missing',
    answer: () => ({ Subnets: [{}] }),
    fact: { kind: 'failed', reason: 'malformed answer from ec2:DescribeSubnets: SubnetId is missing' },
  },
  {
    situation: 'a page never ends',
    answer: () => ({ Subnets: [], NextToken: 'x' }),
    fact: { kind: 'failed', reason: 'malformed answer from ec2:DescribeSubnets: a page token came a second time' },
  },
])('is an unknown fact where $situation', async ({ answer, fact }) => {
  const { clients } = stubClients(answer);
  expect(await readPages(subnets, clients, ['vpc-1'])).toMatchObject({ known: false, ...fact });
});

it('is unknown as a whole where a later page fails', async () => {
  const { clients } = stubClients(({ input }) => {
    if (input['NextToken'] === 'x') throw namedError('InternalError', 'try later');
    return { Subnets: [], NextToken: 'x' };
  });
  expect(await readPages(subnets, clients, ['vpc-1'])).toMatchObject({ known: false, kind: 'failed' });
});

it('throws where the credentials expire on the way', async () => {
  const { clients } = stubClients(throwing(namedError('ExpiredToken', 'The security token is expired')));
  await expect(readPages(subnets, clients, ['vpc-1'])).rejects.toMatchObject({ name: 'CannotCheck' });
});
