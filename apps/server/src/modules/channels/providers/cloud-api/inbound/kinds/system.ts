import type { IdentityChange, InboundPerson } from '../../../../inbound.ts';
import type { ReadKind } from './define.ts';

/**
 * A changed number or id. The `previous_*` keys say who it was; before 2026-08 they were missing and the message's
 * own `from` is the old one. (Meta, "System messages webhook", 2026-08)
 */
export const readSystem: ReadKind<'system'> = ({ content, common }) => {
  const event = content.type ?? 'unknown';
  const change = Object.hasOwn(identityChanges, event)
    ? identityChanges[event]?.(content, common)
    : undefined;
  return {
    content: {
      kind: 'system',
      event,
      body: content.body ?? '',
      ...(change ? { previous: nameOf(change.previous), next: nameOf(change.next) } : {}),
    },
    spoken: false,
    ...(change && hasId(change.next) && hasId(change.previous) ? { identityChange: change } : {}),
  };
};

type SystemMessage = Parameters<typeof readSystem>[0];

const identityChanges: Readonly<
  Record<string, (content: SystemMessage['content'], common: SystemMessage['common']) => IdentityChange>
> = {
  user_changed_number: (content, common) => ({
    previous: {
      waId: common.from,
      userId: content.previous_user_id ?? unless(common.fromUserId, content.user_id),
    },
    next: { waId: content.wa_id, userId: content.user_id },
  }),
  user_changed_user_id: (content, common) => ({
    previous: { userId: content.previous_user_id ?? unless(common.fromUserId, content.user_id) },
    next: { userId: content.user_id },
  }),
};

/** Whether the message's own id is the old or the new one is not documented: only a different one can be the old one. */
function unless(value: string | undefined, same: string | undefined): string | undefined {
  return value === same ? undefined : value;
}

/** The number as people write it, else the id. */
function nameOf({ waId, userId }: InboundPerson): string | undefined {
  return waId === undefined ? userId : `+${waId}`;
}

function hasId({ waId, userId }: InboundPerson): boolean {
  return waId !== undefined || userId !== undefined;
}
