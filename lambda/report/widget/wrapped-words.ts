/** A text as lines of at most so many characters, broken at blanks, and within what is longer than a line. At most `most` lines. */
export function wrappedWords(text: string, width: number, most: number): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const lines: string[] = [];
  for (const piece of words.flatMap((word) => piecesOf(word, width))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + piece.length <= width) lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, width - 2)} …`];
}

/** By characters, none of which is cut in two. */
function piecesOf(word: string, width: number): readonly string[] {
  const signs = [...word];
  return Array.from({ length: Math.ceil(signs.length / width) }, (_, index) =>
    signs.slice(index * width, (index + 1) * width).join(''),
  );
}
