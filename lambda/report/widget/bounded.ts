import type { Shown, ShownFinding, ShownPath, ShownState, ShownStation } from '../../model/shown.ts';
import { counted } from '../page/counted.ts';

const TEXT = 600;
const NAME = 200;
const COMMAND = 2_000;
const ROWS = 10;
const PIECES = 12;
const STATIONS = 40;
const NOTES = 12;
/** Of all findings as JSON; one has some 3,000. With it, what is kept stays below 350 KB whatever others wrote into names. */
const FINDINGS_CHARACTERS = 60_000;

/**
 * What is shown with no text longer than a paragraph, and no list longer than is read, so that it fits a row of the table and
 * a widget. A command is shown whole or not at all: one that is cut does something else.
 */
export function bounded(shown: Shown): Shown {
  const findings = shown.findings.map(shortFinding);
  const kept = findings.slice(0, countWithin(findings, FINDINGS_CHARACTERS));
  const notes = [...tooLong(findings.length - kept.length), ...shown.notes];
  return {
    arn: shown.arn,
    loadBalancer: shortState(shown.loadBalancer),
    zones: shown.zones.map(shortState),
    targetGroups: shown.targetGroups.map(shortState),
    findings: kept,
    notes: [...notes.slice(0, NOTES).map((note) => short(note)), ...more(notes.length - NOTES)],
  };
}

/** How many of the first fit together. */
function countWithin(findings: readonly ShownFinding[], most: number): number {
  let characters = 0;
  const at = findings.findIndex((finding) => {
    characters += JSON.stringify(finding).length;
    return characters > most;
  });
  return at < 0 ? findings.length : at;
}

function tooLong(count: number): readonly string[] {
  return count === 0 ? [] : [`${counted(count, 'finding')} too long to be shown here: origin-doctor check shows all.`];
}

function more(count: number): readonly string[] {
  return count > 0 ? [rest(count)] : [];
}

function short(text: string, most: number = TEXT): string {
  return text.length <= most ? text : `${text.slice(0, most - 2)} …`;
}

function rest(count: number): string {
  return `and ${count} more (origin-doctor check shows all)`;
}

function shortState({ state, tone, name, detail }: ShownState): ShownState {
  return { state, tone, name: short(name, NAME), detail: short(detail, NAME) };
}

function shortFinding({ title, tag, code, tone, rows, path }: ShownFinding): ShownFinding {
  return {
    title: short(title),
    tag: tag === null ? null : short(tag, NAME),
    code: code === null ? null : short(code, NAME),
    tone,
    rows: rows.slice(0, ROWS).map(({ label, pieces }) => ({ label, pieces: shortPieces(pieces) })),
    path: path === null ? null : shortPath(path),
  };
}

type Pieces = ShownFinding['rows'][number]['pieces'];

function shortPieces(pieces: Pieces): Pieces {
  const kept = pieces.slice(0, PIECES).map(shortPiece);
  return pieces.length > PIECES ? [...kept, { kind: 'text', text: rest(pieces.length - PIECES) }] : kept;
}

function shortPiece({ kind, text }: Pieces[number]): Pieces[number] {
  if (kind === 'text') return { kind, text: short(text) };
  if (text.length <= COMMAND) return { kind, text };
  return { kind: 'text', text: 'The command is too long to be shown here: origin-doctor check prints it.' };
}

function shortPath({ there, back }: ShownPath): ShownPath {
  return { there: shortStations(there), back: shortStations(back) };
}

/** What breaks it stays, whatever else must go. */
function shortStations(stations: readonly ShownStation[]): readonly ShownStation[] {
  const kept = stations.length <= STATIONS ? stations : leastOf(stations);
  return kept.map(({ mark, what, place, why }) => ({ mark, what: short(what), place: short(place), why: short(why) }));
}

function leastOf(stations: readonly ShownStation[]): readonly ShownStation[] {
  const kept = [...stations.filter(({ mark }) => mark !== 'ok'), ...stations.filter(({ mark }) => mark === 'ok')];
  const chosen = new Set(kept.slice(0, STATIONS));
  const left = { mark: '?', what: 'not shown', place: rest(stations.length - STATIONS), why: '' } as const;
  return [...stations.filter((station) => chosen.has(station)), left];
}
