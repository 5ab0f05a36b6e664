import { CannotCheck } from '../cannot-check.ts';
import { jsonFaultAt } from './json-fault-at.ts';

/** A file's bytes as JSON. Throws `CannotCheck` with line and column where they are none, and says when they stop too soon. */
export function parseSaved(file: string, bytes: Uint8Array): unknown {
  const text = textOf(bytes);
  if (text === null) throw new CannotCheck(`"${file}" is not text: an inventory is JSON in UTF-8.`);
  if (text.trim() === '') {
    throw new CannotCheck(`"${file}" is empty: the command that should have filled it failed. Run it again.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CannotCheck(`"${file}" ${faultOf(text, error)}`);
  }
}

/** Windows PowerShell writes UTF-16 behind `>`; the byte order mark tells. Null for what is no text. */
function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function faultOf(text: string, error: unknown): string {
  const offset = jsonFaultAt(text, error);
  if (offset === null) return `is not JSON: ${error instanceof Error ? error.message : String(error)}.`;
  const lines = text.slice(0, offset).split('\n');
  const place = `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
  if (offset >= text.trimEnd().length)
    return `is cut short: the JSON stops at ${place} before it is whole. Save it again.`;
  return `is not JSON: ${JSON.stringify(text.slice(offset, offset + 1))} cannot stand at ${place}. Save it with --output json.`;
}
