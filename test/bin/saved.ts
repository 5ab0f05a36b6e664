import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveSnapshot } from '../../lambda/inventory/saved/save-snapshot.ts';
import type { Inventory } from '../../lambda/model/inventory.ts';

/** A folder of its own with a snapshot in it, until it is closed. */
export async function saved(inventory: Inventory): Promise<{ file: string; folder: string; close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'origin-doctor-'));
  const file = join(folder, 'snapshot.json');
  await saveSnapshot(file, inventory);
  return { file, folder, close: () => rmSync(folder, { recursive: true }) };
}
