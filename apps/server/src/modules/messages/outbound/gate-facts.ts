import type { SendableContent } from '@renkei/contract';
import type { ChannelFacts, ProviderReferences } from '#modules/channels';
import type { TenantTransaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import type { GateFacts, SendableMedia } from '../gate/facts.ts';
import type { OutboundContext } from './needs.ts';
import { findReferencedMessage } from './store-outbound.ts';

export interface Subject {
  readonly channel: ChannelFacts;
  readonly conversation: {
    readonly id: string;
    readonly recipientPhone: string | null;
    readonly recipientUserId: string | null;
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
    content.kind === 'reaction' && content.targetMessageId !== null
      ? await findReferencedMessage(tx, content.targetMessageId)
      : undefined;
  const targetId = target?.conversationId === conversation.id ? target.providerMessageId : null;
  return {
    facts: {
      now: context.platform.clock.now(),
      content,
      channel,
      recipient: {
        phone: conversation.recipientPhone,
        userId: conversation.recipientUserId,
        unreachableSince,
      },
      window: { lastInboundAt: conversation.lastInboundAt, closesAt: conversation.windowClosesAt },
      contentFault: provider.findContentFault(content),
      media: await loadMedia(context, tx, channel.provider, content),
      template,
      targetIsKnown: targetId !== null,
    },
    references: {
      ...(targetId === null ? {} : { targetProviderMessageId: targetId }),
      ...(template?.shape.isNamed ? { templateParameterNames: template.shape.variables } : {}),
    },
  };
}

async function loadMedia(
  context: OutboundContext,
  tx: TenantTransaction,
  providerName: string,
  content: SendableContent,
): Promise<SendableMedia | undefined> {
  if (!('mediaId' in content)) return undefined;
  const facts = await context.media.factsForSend(tx, content.mediaId);
  if (!facts) return undefined;
  const { kind, mimeType, sizeBytes, state } = facts;
  const fault =
    sizeBytes === null
      ? undefined
      : context.channels.provider(providerName).findMediaFault({ kind: content.kind, mimeType, sizeBytes });
  return { kind, state, fault };
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
