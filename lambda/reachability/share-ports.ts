import type { PortRange } from '../model/flow.ts';

/** Some of the ports asked for, and the line that decides over them. */
export type PortShare = { readonly ports: PortRange; readonly line: string; readonly allows: boolean };

/**
 * Shares a range of ports out among lines in their order: each takes what it speaks of and no earlier one took. What no
 * line takes is denied by `*`. Shares come in the lines' order.
 */
export function sharePorts(lines: readonly PortShare[], asked: PortRange): readonly PortShare[] {
  const shares: PortShare[] = [];
  let left: readonly PortRange[] = [asked];
  for (const { ports, line, allows } of lines) {
    shares.push(...left.flatMap((range) => common(range, ports)).map((part) => ({ ports: part, line, allows })));
    left = left.flatMap((range) => without(range, ports));
    if (left.length === 0) return shares;
  }
  return [...shares, ...left.map((ports) => ({ ports, line: '*', allows: false }))];
}

function common(a: PortRange, b: PortRange): PortRange[] {
  return whole({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) });
}

function without(a: PortRange, b: PortRange): PortRange[] {
  if (common(a, b).length === 0) return [a];
  return [...whole({ from: a.from, to: b.from - 1 }), ...whole({ from: b.to + 1, to: a.to })];
}

function whole(range: PortRange): PortRange[] {
  return range.from <= range.to ? [range] : [];
}
