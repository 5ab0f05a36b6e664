import { AwsError } from '../aws-error.ts';
import type { Input } from './input.ts';

/** Reads a JSON body; an empty one is no parameters. Throws `SerializationException` for anything but a structure. */
export function parseJson(body: Buffer): Input {
  const text = body.toString();
  if (text === '') return {};
  const value = parsed(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Input;
  throw new AwsError('SerializationException', 'The body is not a JSON structure');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AwsError('SerializationException', 'The body is not JSON');
  }
}
