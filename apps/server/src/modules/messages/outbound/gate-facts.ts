import { listMediaReferences, type SendableContent, type SendPurpose } from '@renkei/contract';
import type { ChannelFacts, Provider, ProviderReferences } from '#modules/channels';
import { parameterNamesOf, type TemplateFacts } from '#modules/templates';
import type { TenantTransaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import type { GateFacts, SendableMedia } from '../gate/facts.ts';
import type { OutboundContext } from './needs.ts';
import { loadPeopleFacts } from './people-facts.ts';
import type { Subject } from './subject.ts';

export interface LoadedFacts {
  readonly facts: GateFacts;
  /** What the provider needs to know beside the content; media come later, they may have to be uploaded. */
  readonly references: ProviderReferences;
}

/**
 * Reads, in the caller's transaction, everything the gate looks at about many sends: one query for each kind of fact, and
 * none for what no send of the batch asks for. In the order of the subjects.
 */
export async function loadGateFactsForBatch(
  context: OutboundContext,
  tx: TenantTransaction,
  subjects: readonly Subject[],
): Promise<readonly LoadedFacts[]> {
  const now = context.platform.clock.now();
  const templates = await loadTemplates(context, tx, subjects);
  const targetIds = await loadTargetIds(context, tx, subjects);
  const media = await loadMedia(context, tx, subjects);
  const purposeful = subjects.map((subject, index) => ({
    ...subject,
    purpose: purposeOf(subject.content, templates[index]),
  }));
  const peopleFactsOf = await loadPeopleFacts(context, tx, purposeful, now);
  return purposeful.map((subject, index) => {
    const { channel, conversation, content, unreachableSince, origin, purpose } = subject;
    const { freeUntil, ...people } = peopleFactsOf(subject);
    const provider = context.channels.provider(channel.provider);
    const template = templates[index];
    const targetId = targetIds[index] ?? null;
    const templateParameterNames = template && parameterNamesOf(template.shape);
    return {
      facts: {
        ...people,
        now,
        origin,
        purpose,
        content,
        channel,
        recipient: {
          phone: conversation.recipientPhone,
          userId: conversation.recipientUserId,
          groupId: conversation.recipientGroupId,
          unreachableSince,
        },
        window: {
          lastInboundAt: conversation.lastInboundAt,
          closesAt: conversation.windowClosesAt,
          freeUntil,
        },
        contentFault: provider.findContentFault(content, now),
        offers: {
          label: provider.words.label,
          kinds: provider.capabilities.kinds,
          hiddenNumbers: provider.capabilities.hiddenNumbers,
        },
        groupKinds: provider.capabilities.groupKinds,
        media: media[index] ?? [],
        template,
        targetIsKnown: targetId !== null,
      },
      references: {
        place: channel.place,
        ...(template ? { providerTemplateId: template.providerTemplateId } : {}),
        ...(targetId === null ? {} : { targetProviderMessageId: targetId }),
        ...(templateParameterNames ? { templateParameterNames } : {}),
      },
    };
  });
}

const templatePurposes: Readonly<Record<string, SendPurpose>> = {
  UTILITY: 'utility',
  AUTHENTICATION: 'authentication',
};

/** Templates by their category of today: what is none of the others is marketing. */
function purposeOf(content: SendableContent, template: TemplateFacts | undefined): SendPurpose {
  if (content.kind !== 'template') return 'service';
  return templatePurposes[template?.category.toUpperCase() ?? ''] ?? 'marketing';
}

async function loadTemplates(
  { templates }: OutboundContext,
  tx: TenantTransaction,
  subjects: readonly Subject[],
): Promise<readonly (TemplateFacts | undefined)[]> {
  const keys = subjects.map(({ channel: { wabaId }, content }) =>
    content.kind === 'template' ? { wabaId, name: content.name, language: content.language } : undefined,
  );
  const found = await templates.find(
    tx,
    keys.flatMap((key) => key ?? []),
  );
  let next = 0;
  return keys.map((key) => (key ? found[next++] : undefined));
}

/** The provider's ids of what reactions and pins are about, where they are of the same conversation. */
async function loadTargetIds(
  { store }: OutboundContext,
  tx: TenantTransaction,
  subjects: readonly Subject[],
): Promise<readonly (string | null)[]> {
  const targetOf = ({ content }: Subject) => ('targetMessageId' in content ? content.targetMessageId : null);
  const targets = await store.findReferencedMessages(
    tx,
    subjects.flatMap((subject) => targetOf(subject) ?? []),
  );
  return subjects.map((subject) => {
    const target = targets.get(targetOf(subject) ?? '');
    return target?.conversationId === subject.conversation.id ? target.providerMessageId : null;
  });
}

async function loadMedia(
  context: OutboundContext,
  tx: TenantTransaction,
  subjects: readonly Subject[],
): Promise<readonly (readonly SendableMedia[])[]> {
  const references = subjects.map(({ content }) => listMediaReferences(content));
  const ids = [...new Set(references.flat().map(({ mediaId }) => mediaId))];
  if (ids.length === 0) return [];
  const files = await context.media.factsForSend(tx, ids);
  return subjects.map(({ channel }, index) => {
    const provider = context.channels.provider(channel.provider);
    return (references[index] ?? []).map(({ mediaId, kind: sentAs }) => ({
      mediaId,
      sentAs,
      file: describeFile(provider, sentAs, files.get(mediaId)),
    }));
  });
}

type FileFacts =
  Awaited<ReturnType<OutboundContext['media']['factsForSend']>> extends ReadonlyMap<string, infer File>
    ? File
    : never;

function describeFile(
  provider: Provider,
  sentAs: SendableMedia['sentAs'],
  file: FileFacts | undefined,
): SendableMedia['file'] {
  if (!file) return undefined;
  const { kind, state, fileName, mimeType, sizeBytes } = file;
  const fault =
    sizeBytes === null ? undefined : provider.findMediaFault({ kind: sentAs, mimeType, sizeBytes });
  return { kind, state, fileName, fault };
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
