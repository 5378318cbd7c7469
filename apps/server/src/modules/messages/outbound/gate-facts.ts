import { listMediaReferences, type SendableContent } from '@renkei/contract';
import type { ChannelFacts, Provider, ProviderReferences } from '#modules/channels';
import { parameterNamesOf } from '#modules/templates';
import type { TenantTransaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import type { GateFacts, SendableMedia } from '../gate/facts.ts';
import type { OutboundContext } from './needs.ts';

export interface Subject {
  readonly channel: ChannelFacts;
  readonly conversation: {
    readonly id: string;
    readonly recipientPhone: string | null;
    readonly recipientUserId: string | null;
    readonly recipientGroupId: string | null;
    readonly lastInboundAt: Date | null;
    readonly windowClosesAt: Date | null;
  };
  readonly content: SendableContent;
  readonly unreachableSince: Date | null;
}

export interface LoadedFacts {
  readonly facts: GateFacts;
  /** What the provider needs to know beside the content; media come later, they may have to be uploaded. */
  readonly references: ProviderReferences;
}

/** Reads, in the caller's transaction, everything the gate looks at. */
export async function loadGateFacts(
  context: OutboundContext,
  tx: TenantTransaction,
  { channel, conversation, content, unreachableSince }: Subject,
): Promise<LoadedFacts> {
  const provider = context.channels.provider(channel.provider);
  const template =
    content.kind === 'template'
      ? await context.templates.find(tx, {
          wabaId: channel.wabaId,
          name: content.name,
          language: content.language,
        })
      : undefined;
  const target =
    'targetMessageId' in content && content.targetMessageId !== null
      ? await context.store.findReferencedMessage(tx, content.targetMessageId)
      : undefined;
  const targetId = target?.conversationId === conversation.id ? target.providerMessageId : null;
  const now = context.platform.clock.now();
  const templateParameterNames = template && parameterNamesOf(template.shape);
  return {
    facts: {
      now,
      content,
      channel,
      recipient: {
        phone: conversation.recipientPhone,
        userId: conversation.recipientUserId,
        groupId: conversation.recipientGroupId,
        unreachableSince,
      },
      window: { lastInboundAt: conversation.lastInboundAt, closesAt: conversation.windowClosesAt },
      contentFault: provider.findContentFault(content, now),
      groupKinds: provider.capabilities.groupKinds,
      media: await loadMedia(context, tx, provider, content),
      template,
      targetIsKnown: targetId !== null,
    },
    references: {
      ...(targetId === null ? {} : { targetProviderMessageId: targetId }),
      ...(templateParameterNames ? { templateParameterNames } : {}),
    },
  };
}

/** One query for all files. */
async function loadMedia(
  context: OutboundContext,
  tx: TenantTransaction,
  provider: Provider,
  content: SendableContent,
): Promise<readonly SendableMedia[]> {
  const references = listMediaReferences(content);
  if (references.length === 0) return [];
  const files = await context.media.factsForSend(
    tx,
    references.map(({ mediaId }) => mediaId),
  );
  return references.map(({ mediaId, kind: sentAs }) => {
    const file = files.get(mediaId);
    if (!file) return { mediaId, sentAs, file: undefined };
    const { kind, state, fileName, mimeType, sizeBytes } = file;
    const fault =
      sizeBytes === null ? undefined : provider.findMediaFault({ kind: sentAs, mimeType, sizeBytes });
    return { mediaId, sentAs, file: { kind, state, fileName, fault } };
  });
}

/** The channel of a conversation; its absence would be a broken foreign key, not a caller's mistake. */
export async function loadChannel(
  context: OutboundContext,
  tx: TenantTransaction,
  channelId: string,
): Promise<ChannelFacts> {
  const channel = (await context.channels.viewFacts(tx, [channelId])).get(channelId);
  if (!channel) throw new RenkeiError('not_found');
  return channel;
}
