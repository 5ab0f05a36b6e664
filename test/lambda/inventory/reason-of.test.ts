import { expect, it } from 'vitest';
import { reasonOf } from '../../../lambda/inventory/reason-of.ts';

const KEY = 'AKIAIOSFODNN7EXAMPLE';
const TOKEN = 'FwoGZXIvYXdzEJr'.repeat(10);

it.each([
  { situation: 'a plain sentence loses its full stop', error: new Error('It broke.'), said: 'It broke' },
  { situation: 'only the first line', error: new Error('It broke\nand here is the stack'), said: 'It broke' },
  { situation: 'an error without a message', error: new TypeError(''), said: 'TypeError' },
  {
    situation: 'several attempts in one error',
    error: new AggregateError([new Error('connect ECONNREFUSED ::1:1'), new Error('connect ECONNREFUSED 127.0.0.1:1')]),
    said: 'connect ECONNREFUSED ::1:1; connect ECONNREFUSED 127.0.0.1:1',
  },
  {
    situation: 'an access key id',
    error: new Error(`The key ${KEY} is not known`),
    said: 'The key [access key] is not known',
  },
  {
    situation: 'a signed URL',
    error: new Error(`GET https://x.example/?X-Amz-Credential=${KEY}%2F2026&X-Amz-Signature=abc123 failed`),
    said: 'GET https://x.example/?X-Amz-Credential=[redacted]&X-Amz-Signature=[redacted] failed',
  },
  {
    situation: 'an Authorization header',
    error: new Error(`AWS4-HMAC-SHA256 Credential=${KEY}/2026/eu, Signature=abc123`),
    said: 'AWS4-HMAC-SHA256 Credential=[redacted], Signature=[redacted]',
  },
  {
    situation: 'a security token',
    error: new Error(`x-amz-security-token:${TOKEN} is bad`),
    said: 'x-amz-security-token:[redacted] is bad',
  },
  { situation: 'a bare token', error: new Error(`bad token ${TOKEN}`), said: 'bad token [redacted]' },
  {
    situation: 'a password in a URL',
    error: new Error('connect https://me:secret@proxy:3128'),
    said: 'connect https://proxy:3128',
  },
  { situation: 'a long text', error: new Error('so '.repeat(200)), said: `${'so '.repeat(100)}…` },
])('$situation', ({ error, said }) => {
  expect(reasonOf(error)).toBe(said);
});

it('leaves ARNs as they are', () => {
  const arn = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop-web/50dc6c495c0c9188';
  expect(reasonOf(new Error(`${arn} is gone`))).toBe(`${arn} is gone`);
});
