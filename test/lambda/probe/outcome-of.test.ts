import { expect, it } from 'vitest';
import { outcomeOf } from '../../../lambda/probe/outcome-of.ts';

const raised = (code: string | undefined, syscall: string | undefined, message = `${syscall} ${code} 10.0.1.5:80`) => ({
  code,
  syscall,
  message,
});

it.each([
  ['ECONNREFUSED', 'connect', false, 'refused'],
  ['ETIMEDOUT', 'connect', false, 'timed-out'],
  ['ECONNRESET', 'read', true, 'reset'],
  ['EPIPE', 'read', true, 'reset'],
  ['EPIPE', 'write', true, 'reset'],
  ['ECONNRESET', 'connect', false, 'reset'],
  ['EPIPE', 'connect', false, 'reset'],
  ['ECONNABORTED', 'connect', false, 'reset'],
  ['ECONNABORTED', 'read', true, 'reset'],
  ['ECONNRESET', undefined, true, 'reset'],
  ['EHOSTUNREACH', 'connect', false, 'unreachable'],
  ['ENETUNREACH', 'connect', false, 'unreachable'],
  ['ENOPROTOOPT', 'connect', false, 'unreachable'],
  ['EHOSTDOWN', 'connect', false, 'unreachable'],
  ['ENONET', 'connect', false, 'unreachable'],
  ['EHOSTUNREACH', 'read', true, 'unreachable'],
] as const)('%s on %s (handshake seen: %s) is %s', (code, syscall, handshakeSeen, outcome) => {
  expect(outcomeOf(raised(code, syscall), handshakeSeen)).toBe(outcome);
});

it.each([
  'EMFILE',
  'ENFILE',
  'EADDRNOTAVAIL',
  'EADDRINUSE',
  'EINVAL',
  'EACCES',
  'EPERM',
  'ENOBUFS',
  'ENOMEM',
  'EAFNOSUPPORT',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ERR_SOCKET_BAD_PORT',
  'constructor',
  undefined,
])('%s proves nothing', (code) => {
  expect(outcomeOf(raised(code, 'connect'), false)).toBe('inconclusive');
  expect(outcomeOf(raised(code, 'read'), true)).toBe('inconclusive');
});

it.each(['EHOSTUNREACH', 'ENETUNREACH', 'ECONNREFUSED', 'ETIMEDOUT', 'ECONNRESET'])(
  '%s of the local host proves nothing',
  (code) => {
    const message = `connect ${code} 10.0.1.5:80 - Local (0.0.0.0:0)`;
    expect(outcomeOf(raised(code, 'connect', message), false)).toBe('inconclusive');
  },
);

it.each([
  ['ECONNREFUSED', 'queryA', 'a resolver that refuses'],
  ['ECONNREFUSED', 'bind', 'a bind'],
  ['ETIMEDOUT', 'getaddrinfo', 'a resolver that is silent'],
] as const)('%s on %s is the word of %s, not of the target', (code, syscall, _who) => {
  expect(outcomeOf(raised(code, syscall), false)).toBe('inconclusive');
});

it.each(['ECONNREFUSED', 'ETIMEDOUT'])('%s after a handshake contradicts itself', (code) => {
  expect(outcomeOf(raised(code, 'read'), true)).toBe('inconclusive');
});
