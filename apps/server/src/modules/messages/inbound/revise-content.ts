import type { Content } from '@renkei/contract';

/** An edit or a revoke as it is kept. */
export interface Revision {
  readonly providerMessageId: string;
  readonly revisedAt: string;
  /** null: taken back. */
  readonly text: string | null;
}

export interface RevisedMessage {
  readonly content: Content;
  readonly earlierVersions: readonly { readonly text: string; readonly replacedAt: string }[];
  readonly revokedAt: string | null;
}

/**
 * What a message says, and said before, from its first content and everything that was ever told about it, in any
 * order and however often. A revoke is final, whatever was edited before or after it.
 */
export function reviseContent(original: Content, revisions: readonly Revision[]): RevisedMessage {
  const inOrder = revisions.toSorted(earlierFirst);
  const revoke = inOrder.find(({ text }) => text === null);
  if (revoke) {
    const was = original.kind === 'revoked' ? original.was : original.kind;
    return { content: { kind: 'revoked', was }, earlierVersions: [], revokedAt: revoke.revisedAt };
  }
  let content = original;
  const earlierVersions: { text: string; replacedAt: string }[] = [];
  for (const { text, revisedAt } of inOrder) {
    const before = textOf(content);
    if (text === null || text === before) continue;
    earlierVersions.push({ text: before, replacedAt: revisedAt });
    content = withText(content, text);
  }
  return { content, earlierVersions, revokedAt: null };
}

/** Of the same second: by id, so that the order in which they come does not matter. */
function earlierFirst(one: Revision, other: Revision): number {
  const difference = Date.parse(one.revisedAt) - Date.parse(other.revisedAt);
  return difference || (one.providerMessageId < other.providerMessageId ? -1 : 1);
}

function textOf(content: Content): string {
  if (content.kind === 'text') return content.body;
  return 'caption' in content ? (content.caption ?? '') : '';
}

/** Files keep their file and get another caption; everything else now is what was written. */
function withText(content: Content, text: string): Content {
  if (content.kind === 'image' || content.kind === 'video' || content.kind === 'document') {
    return { ...content, caption: text === '' ? undefined : text };
  }
  return { kind: 'text', body: text };
}
