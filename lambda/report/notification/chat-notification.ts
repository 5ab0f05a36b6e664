import type { Finding } from '../../model/diagnosis.ts';
import { moment } from '../page/moment.ts';
import { asciiLine } from './ascii-line.ts';
import { chatWords } from './chat-words.ts';
import { headline } from './headline.ts';
import type { Told } from './notification.ts';
import type { StateChange } from './state-change.ts';
import { withinBytes } from './within-bytes.ts';

/**
 * A custom notification, as Amazon Q Developer in chat applications (formerly AWS Chatbot) renders it; whatever has another
 * shape it drops without a word (https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html).
 */
export type ChatNotification = {
  readonly version: '1.0';
  readonly source: 'custom';
  readonly id: string;
  readonly content: {
    readonly textType: 'client-markdown';
    readonly title: string;
    readonly description: string;
    readonly nextSteps: readonly string[];
    readonly keywords: readonly string[];
  };
  readonly metadata: {
    /** Messages with the same are one thread: what began and what cleared stand together. */
    readonly threadId: string;
    readonly summary: string;
    readonly eventType: string;
    readonly relatedResources: readonly string[];
    readonly additionalContext: Readonly<Record<string, string>>;
  };
};

/** Our own bounds, well within what chats show without folding; the message to persons and the report hold the rest. */
const MOST = { title: 200, description: 2500, step: 1500, steps: 5, keywords: 10, resources: 10 };

/** The same changes for a chat: shorter, and in the Markdown that Slack and Teams have in common. `id` is one per check. */
export function chatNotification({ changes, report, deployment, pages }: Told, id: string): ChatNotification {
  const findings = changes.flatMap(({ finding }) => finding ?? []);
  const title = asciiLine(headline(changes), MOST.title);
  const codes = [...new Set(changes.map(({ code }) => code))];
  return {
    version: '1.0',
    source: 'custom',
    id,
    content: {
      textType: 'client-markdown',
      title,
      description: withinBytes(
        changes.map((change) => paragraph(change, pages)),
        MOST.description,
        (left) => `${left} more: origin-doctor check`,
      ),
      nextSteps: findings.flatMap(stepsOf).slice(0, MOST.steps),
      keywords: codes.slice(0, MOST.keywords),
    },
    metadata: {
      threadId: [deployment, changes[0]?.loadBalancer ?? '', codes[0] ?? ''].join('/'),
      summary: title,
      eventType: changes[0]?.kind ?? '',
      relatedResources: [...new Set(findings.map(({ culprit }) => culprit.resource))].slice(0, MOST.resources),
      additionalContext: { deployment, checkedAt: report.checkedAt },
    },
  };
}

function paragraph(change: StateChange, pages: string): string {
  const { kind, code, finding, before, subjects, loadBalancer } = change;
  const more = subjects.length > 1 ? ` and ${subjects.length - 1} more` : '';
  const where = chatWords(`${subjects[0]?.name}${more} (${loadBalancer})`);
  const page = `${pages}/faults/${code}.md`;
  if (finding === null) {
    return `*Cleared:* ${code} at ${where}; it stood since ${moment(before?.since ?? '')}.\n\n`;
  }
  const was = kind === 'became' ? ` Before, it was ${before?.code}.` : '';
  return [
    `*${finding.title}* (${code}, ${finding.certainty}) at ${where}, since ${moment(finding.since)}.${was}`,
    chatWords(finding.why),
    ...changedBy(finding),
    page,
    '\n',
  ].join('\n');
}

function changedBy({ changedBy: change }: Finding): readonly string[] {
  return change === null ? [] : [chatWords(`Brought by ${change.event}, ${change.who}, ${moment(change.when)}.`)];
}

/** A step that is too long is left out rather than cut: half a command is worse than none. */
function stepsOf({ fix }: Finding): readonly string[] {
  const commands = fix.commands.map((command) => `\`${command}\``);
  return [chatWords(fix.summary), ...commands].filter((step) => step.length <= MOST.step);
}
