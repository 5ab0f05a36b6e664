import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunctions } from '../../build/bundle-functions.ts';
import { bareClients } from '../bare-clients.ts';
import { line } from '../line.ts';
import { loadTime } from '../load-time.ts';
import { median } from '../median.ts';

const ROUNDS = 9;
const LEAST_PROBER = "import 'node:net';\nexport const handler = async () => {};\n";
const AIMS: Readonly<Record<string, number>> = { monitor: 2048, prober: 20 };

/** How large the deployed functions are, and how long they take to load against the least that has what they need. */
export async function loadOfFunctions(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'origin-doctor-bench-'));
  try {
    const functions = await bundleFunctions(join(folder, 'functions'));
    const inputs = functions.find(({ name }) => name === 'monitor')?.inputs ?? [];
    const [clients, sockets] = [join(folder, 'clients.mjs'), join(folder, 'sockets.mjs')];
    await bareClients(inputs, clients);
    writeFileSync(sockets, LEAST_PROBER);
    const file = (name: string) => join(folder, 'functions', name, 'index.mjs');
    const sizes = functions.map(({ name, bytes }) => line(name, `${(bytes / 1024).toFixed(1)} KB`, aimOf(name)));
    return [
      'Bundles of the functions, minified',
      ...sizes,
      `Loading them (medians of ${ROUNDS})`,
      line('monitor against its bare SDK clients', await ratio(file('monitor'), clients), ''),
      line('prober against an empty function with sockets', await ratio(file('prober'), sockets), ''),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function aimOf(name: string): string {
  const most = AIMS[name];
  return most === undefined ? '' : `aim: at most ${most} KB`;
}

/** In turns, so that both have the same minutes. */
async function ratio(file: string, least: string): Promise<string> {
  const [measured, leasts]: [number[], number[]] = [[], []];
  while (measured.length < ROUNDS) {
    leasts.push(await loadTime(least));
    measured.push(await loadTime(file));
  }
  return `${(median(measured) / median(leasts)).toFixed(2)} x`;
}
