import type { Command } from 'commander';

/** What adds a verb to the program. */
export type AddVerb = (program: Command) => void;

/** Each verb with its module, which is loaded only where the verb may be meant: all of them take half a second. */
export const knownVerbs: readonly { readonly name: string; readonly load: () => Promise<AddVerb> }[] = [
  { name: 'check', load: async () => (await import('./verbs/check.ts')).checkVerb },
  { name: 'path', load: async () => (await import('./verbs/path.ts')).pathVerb },
  { name: 'tree', load: async () => (await import('./verbs/tree.ts')).treeVerb },
  { name: 'snapshot', load: async () => (await import('./verbs/snapshot.ts')).snapshotVerb },
  { name: 'gate', load: async () => (await import('./verbs/gate.ts')).gateVerb },
  { name: 'init', load: async () => (await import('./verbs/init.ts')).initVerb },
  { name: 'doctor', load: async () => (await import('./verbs/doctor.ts')).doctorVerb },
  { name: 'faults', load: async () => (await import('./verbs/faults.ts')).faultsVerb },
  { name: 'explain', load: async () => (await import('./verbs/explain.ts')).explainVerb },
  { name: 'lab', load: async () => (await import('./verbs/lab.ts')).labVerb },
];
