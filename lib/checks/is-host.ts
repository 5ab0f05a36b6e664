import { isIP } from 'node:net';

/**
 * Whether a text is an address, the id of an instance or a network interface, or a DNS name of two labels or more: a single one
 * means something only where a search list completes it. A last label that begins with a digit is an address gone wrong.
 */
export function isHost(text: string): boolean {
  return (isIP(text) !== 0 && !text.includes('%')) || ID.test(text) || (text.length <= 253 && NAME.test(text));
}

const ID = /^(?:i|eni)-[0-9a-f]+$/;
const NAME = /^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
