import { startChild } from '../lab/plane/child.ts';
import type { DialAnswer, DialMessage } from './processes/messages.ts';

/** Has a process of its own dial, so that each measurement starts cold, as a prober does, and has its own memory. */
export async function dialInProcess(file: string, work: Omit<DialMessage, 'id'>): Promise<DialAnswer> {
  const child = await startChild([process.execPath, file]);
  try {
    return await child.request<DialAnswer>(work);
  } finally {
    await child.stop();
  }
}
