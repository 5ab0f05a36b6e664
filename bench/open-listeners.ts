import { type Child, startChild } from '../lab/plane/child.ts';

/** Where real sockets are to listen: `count` ports of a loopback address, from `from` on. */
export type Listening = { readonly address: string; readonly from: number; readonly count: number };

const LISTENERS = new URL('./processes/listeners.ts', import.meta.url).pathname;

/** In several processes, so that none needs more descriptors than a modest machine gives it. */
const PER_PROCESS = 4096;

/** Opens the sockets and gives what closes them. Rejects, with none left, where a port is taken. */
export async function openListeners({ address, from, count }: Listening): Promise<() => Promise<void>> {
  const children: Child[] = [];
  const close = async () => {
    for (const child of children.splice(0)) await child.stop();
  };
  try {
    for (let first = 0; first < count; first += PER_PROCESS) {
      const child = await startChild([process.execPath, LISTENERS]);
      children.push(child);
      await child.request({ address, from: from + first, count: Math.min(PER_PROCESS, count - first) });
    }
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}
