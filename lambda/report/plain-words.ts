/**
 * Words that may hold a name which others gave in AWS, as words of one line and no more: control characters, line separators
 * and marks that turn the direction of writing (Unicode Standard Annex 9) become blanks. Commands are not put through it.
 */
export function plainWords(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, ' ');
}
