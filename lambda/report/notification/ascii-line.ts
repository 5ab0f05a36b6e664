/** One line of printable ASCII, of so many characters at most; what does not fit ends with `...`. */
export function asciiLine(text: string, most: number): string {
  const plain = text
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .trim();
  return plain.length <= most ? plain : `${plain.slice(0, most - 3)}...`;
}
