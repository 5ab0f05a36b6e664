/** An address range in words: a single address loses its prefix (`10.0.1.5/32` is `10.0.1.5`). */
export function addressName(cidr: string): string {
  return cidr.replace(cidr.includes(':') ? /\/128$/ : /\/32$/, '');
}
