/** Puts pieces of text together to lines, each stream's by itself; what a stream has not ended with a line break is kept back. */
export function lines(told: (line: string) => void): (piece: string, stream: string) => void {
  const begun = new Map<string, string>();
  return (piece, stream) => {
    const parts = `${begun.get(stream) ?? ''}${piece}`.split('\n');
    begun.set(stream, parts.pop() ?? '');
    for (const line of parts) told(line);
  };
}
