import type { Readmission } from './wanted.ts';

const FORM =
  /^(arn:[^\s]+:targetgroup\/[A-Za-z0-9-]+\/[0-9a-f]+|[A-Za-z0-9-]{1,32}):(i-[0-9a-f]+|[0-9.]+|\[[0-9a-fA-F:.]+\])(?::(\d{1,5}))?$/;

/**
 * Reads `TARGETGROUP:TARGET[:PORT]`: a group's name or ARN, an instance id or address (IPv6 in brackets), and a port where it
 * is not the group's. Null where it is not of that form.
 */
export function readReadmission(text: string): Readmission | null {
  const [, targetGroup, id, port] = FORM.exec(text) ?? [];
  if (targetGroup === undefined || id === undefined) return null;
  const number = port === undefined ? null : Number(port);
  if (number !== null && (number < 1 || number > 65_535)) return null;
  return { targetGroup, target: { id: id.replace(/^\[|\]$/g, ''), port: number } };
}
