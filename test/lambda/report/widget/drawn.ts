import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** A tag of a document: its attributes, the tags in it, and the text that stands in it directly. */
export type Tag = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: readonly Tag[];
  readonly text: string;
};

/** The document as tags, the outermost first and every other after the one that it stands in. Throws where it is not well-formed. */
export function drawn(html: string): readonly Tag[] {
  const wellFormed = XMLValidator.validate(html);
  if (wellFormed !== true) throw new Error(`${wellFormed.err.msg} in line ${wellFormed.err.line}: ${html}`);
  const parser = new XMLParser({
    ...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false },
    ...{ trimValues: false, htmlEntities: true },
  });
  return (parser.parse(html) as Node[]).flatMap(tagsIn);
}

type Node = Readonly<Record<string, unknown>>;

function tagsIn(node: Node): readonly Tag[] {
  const name = Object.keys(node).find((key) => key !== ':@');
  if (name === undefined || name === '#text') return [];
  const inner = node[name] as Node[];
  const text = inner.map((one) => (typeof one['#text'] === 'string' ? one['#text'] : '')).join('');
  const tags = inner.flatMap(tagsIn);
  return [{ name, attributes: (node[':@'] ?? {}) as Tag['attributes'], tags, text }, ...tags];
}

/** The text of a tag and of all in it. */
export function textOf({ text, tags }: Tag): string {
  return [text, ...tags.map((tag) => tag.text)].join(' ');
}

/** The stations that a document draws: the mark of each and its words. */
export function stationsIn(html: string): readonly { readonly mark: string; readonly words: string }[] {
  return drawn(html).flatMap((tag) => {
    const mark = tag.attributes['data-mark'];
    if (mark === undefined) return [];
    const words = tag.tags.filter(({ name }) => name === 'text').map(({ text }) => text);
    return [{ mark, words: words.join(' ') }];
  });
}
