import { randomUUID } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { listOf } from '../codecs/list-of.ts';
import { textOf } from '../codecs/text-of.ts';
import { textsOf } from '../codecs/texts-of.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Operation } from '../operation.ts';
import type { ReceivedMessage } from '../received-message.ts';

/** EventBridge API Reference, PutEvents: 1 to 10 entries, together less than 256 KB. */
const MOST_ENTRIES = 10;
const MOST_BYTES = 262_144;

/** `PutEvents`: entries are judged one by one, and a bad one does not stop the others. */
export const putEvents: Operation = {
  action: 'events:PutEvents',
  resource: (_input, { region, accountId }) => `arn:aws:events:${region}:${accountId}:event-bus/default`,
  run: (input, { sources }) => {
    const entries = listOf(input, 'Entries');
    refuseBadCount(entries.length);
    if (entries.reduce((bytes, entry) => bytes + sizeOf(entry), 0) >= MOST_BYTES) {
      throw new AwsError('ValidationException', 'Total size of the entries in the request is over the limit.');
    }
    const results = entries.map((entry) => accept(entry, (event) => sources.received?.(event)));
    return { FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results };
  },
};

function refuseBadCount(count: number): void {
  if (count >= 1 && count <= MOST_ENTRIES) return;
  const bound = count === 0 ? 'greater than or equal to 1' : `less than or equal to ${MOST_ENTRIES}`;
  throw new AwsError(
    'ValidationException',
    `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length ${bound}`,
  );
}

/** EventBridge User Guide, "Calculating PutEvents event entry size": 14 bytes for a time, and every text's UTF-8 bytes. */
function sizeOf(entry: Input): number {
  const texts = ['Source', 'DetailType', 'Detail'].map((name) => textOf(entry, name) ?? '');
  const bytes = [...texts, ...textsOf(entry, 'Resources')].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return bytes + (entry['Time'] === undefined ? 0 : 14);
}

function accept(entry: Input, received: (event: ReceivedMessage) => void): TreeObject {
  const source = textOf(entry, 'Source') ?? '';
  const detailType = textOf(entry, 'DetailType') ?? '';
  const detail = structureIn(textOf(entry, 'Detail') ?? '');
  const missing = source === '' ? 'Source' : detailType === '' ? 'DetailType' : null;
  if (missing !== null) {
    return failed('InvalidArgument', `Parameter ${missing} is not valid. Reason: ${missing} is a required argument.`);
  }
  if (source.startsWith('aws.')) return failed('NotAuthorizedForSourceException', 'Not authorized for the source.');
  if (detail === null) return failed('MalformedDetail', 'Detail is malformed.');
  received({
    kind: 'event',
    bus: textOf(entry, 'EventBusName') ?? 'default',
    source,
    detailType,
    detail,
    resources: textsOf(entry, 'Resources'),
    time: timeOf(entry),
  });
  return { EventId: randomUUID() };
}

function failed(code: string, message: string): TreeObject {
  return { ErrorCode: code, ErrorMessage: message };
}

function structureIn(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** The JSON protocol writes times as seconds since 1970. */
function timeOf(entry: Input): string | null {
  const time = entry['Time'];
  return typeof time === 'number' ? new Date(time * 1000).toISOString() : null;
}
