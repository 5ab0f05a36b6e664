/** The range that holds one literal address only: `10.0.1.5` is `10.0.1.5/32`. */
export function singleCidr(address: string): string {
  return `${address}/${address.includes(':') ? 128 : 32}`;
}
