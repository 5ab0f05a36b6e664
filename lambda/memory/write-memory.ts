import type { Memory } from '../model/memory.ts';
import { ifVersion } from './if-version.ts';
import { instant } from './instant.ts';
import { memoryRow } from './memory-row.ts';
import { putDocument } from './put-document.ts';
import type { Table } from './table.ts';
import type { WriteCondition } from './write-condition.ts';

/** A load balancer that nobody looks at any more is forgotten. */
const MONTH_SECONDS = 30 * 86_400;
/** A run lives a quarter of an hour: a row that is a day ahead of one was written by a wrong clock, and must not last. */
const BELIEVABLE_MS = 86_400_000;

/**
 * Keeps what was seen of a load balancer's subjects at `seenAt`, where nobody wrote since `version` was read (0: there was
 * nothing) and nobody saw later; else another run `overtook` this one, and its memory stays. Throws `TableError`.
 */
export async function writeMemory(
  table: Table,
  arn: string,
  memory: Memory,
  version: number,
  seenAt: string,
): Promise<'written' | 'overtaken'> {
  const seen = instant(seenAt);
  const written = await putDocument(table, memoryRow(arn), memory, {
    row: { version: { N: String(version + 1) }, seenAt: { S: seen } },
    seconds: MONTH_SECONDS,
    condition: ifNotLater(ifVersion(version), seen),
  });
  return written ? 'written' : 'overtaken';
}

function ifNotLater({ expression, names, values }: WriteCondition, seenAt: string): WriteCondition {
  const believable = new Date(Date.parse(seenAt) + BELIEVABLE_MS).toISOString();
  return {
    expression: `${expression} AND NOT (#seenAt > :seenAt AND #seenAt < :believable)`,
    names: { ...names, '#seenAt': 'seenAt' },
    values: { ...values, ':seenAt': { S: seenAt }, ':believable': { S: believable } },
  };
}
