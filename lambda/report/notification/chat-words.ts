import { plainWords } from '../plain-words.ts';

/**
 * Words for a chat in which nothing of a name is markup, mention or link. Slack knows no escapes but those of `&`, `<` and `>`
 * (https://docs.slack.dev/messaging/formatting-message-text#escaping) and Teams others, so that the remaining marks become
 * signs that look like them; underscores stay, as they are parts of names.
 */
export function chatWords(text: string): string {
  return plainWords(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('`', "'")
    .replaceAll('*', '∗')
    .replaceAll('~', '∼')
    .replaceAll('](', '] (')
    .replaceAll('://', ': //');
}
