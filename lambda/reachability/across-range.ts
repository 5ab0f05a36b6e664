import { type Cidr, contains } from '../model/address.ts';
import type { Hop } from '../model/flow.ts';
import { isSingle } from './is-single.ts';

/**
 * Judges a station of which only the range is known (a subnet whose nodes' addresses could not be read). `divisions`
 * are the ranges that lines speak of; between two of their borders every address is treated alike, so one address for
 * each stretch is judged. Where the stretches disagree, the hop is `unknown`: it depends on the address. Where all deny, and
 * some of them only some ports, the gravest counts.
 * A single address is judged as it is.
 */
export function acrossRange(range: Cidr, divisions: () => readonly Cidr[], judge: (piece: Cidr) => Hop): Hop {
  if (isSingle(range)) return judge(range);
  const [start, ...starts] = startsWithin(range, divisions());
  // An undivided range is contained in, or apart from, whatever a line speaks of, and can be judged whole.
  if (start === undefined) return judge(range);
  const first = judge(start);
  const others = starts.map(judge);
  const other = others.find((hop) => hop.decision !== first.decision);
  if (other === undefined) return [first, ...others].reduce(graver);
  const { line: _line, nearestMiss: _nearestMiss, deniedShare: _deniedShare, ...hop } = first;
  const why = `it depends on the address, which is not known: ${first.why}; ${other.why}`;
  return { ...hop, decision: 'unknown', why };
}

function graver(a: Hop, b: Hop): Hop {
  return (b.deniedShare ?? 1) > (a.deniedShare ?? 1) ? b : a;
}

/** The first address of each stretch; none where nothing divides the range. */
function startsWithin(range: Cidr, divisions: readonly Cidr[]): readonly Cidr[] {
  const inner = divisions.filter((division) => division.prefix > range.prefix && contains(range, division));
  if (inner.length === 0) return [];
  const borders = inner.flatMap((division) => [division.value, endOf(division)]).filter((one) => one < endOf(range));
  const starts = [...new Set([range.value, ...borders])].sort((a, b) => (a < b ? -1 : 1));
  return starts.map((value) => ({ family: range.family, value, prefix: bitsOf(range) }));
}

/** The first address after a range. */
function endOf(range: Cidr): bigint {
  return range.value + (1n << BigInt(bitsOf(range) - range.prefix));
}

function bitsOf({ family }: Cidr): number {
  return family === 4 ? 32 : 128;
}
