/**
 * What was kept could not be read or written: which operation on which table, and why. A check can go on without its
 * memory, and says so.
 */
export class TableError extends Error {
  override readonly name = 'TableError';
  readonly operation: string;
  readonly table: string;

  constructor(operation: string, table: string, why: string, cause?: unknown) {
    super(`${operation} on the table ${table}: ${why}`, { cause });
    this.operation = operation;
    this.table = table;
  }
}
