/**
 * A text as it stands in HTML, SVG and attributes alike. What no XML may hold, or turns the direction of writing, is
 * replaced by a sign that says so.
 */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Bidi_Control}\uFFFE\uFFFF]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : '\uFFFD'))
    .replaceAll(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
