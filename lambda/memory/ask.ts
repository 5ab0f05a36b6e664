import type { Table } from './table.ts';
import { TableError } from './table-error.ts';

/** Waits for an answer of the table. Whatever AWS or the way to it says becomes a `TableError`. */
export async function ask<T>({ name }: Table, operation: string, sent: Promise<T>): Promise<T> {
  try {
    return await sent;
  } catch (error) {
    throw new TableError(operation, name, reasonOf(error), error);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === '' ? error.name : `${error.name}: ${error.message}`;
}
