import type { AccountEventKind } from '@renkei/contract';
import { byWord, personName, type TellField, tell } from './define.ts';

const handovers = {
  CONTROL_PASSED: 'thread.given',
  CONTROL_TAKEN: 'thread.taken',
} as const satisfies Readonly<Record<string, AccountEventKind>>;

/** Who may answer a chat has changed. (Meta, "messaging_handovers webhook", 2026) */
export const tellHandover: TellField<'messaging_handovers'> = ({
  waId,
  userId,
  type,
  timestamp,
  control,
}) => [
  {
    event: type ?? null,
    told: tell(byWord(handovers, type), {
      person: personName({ waId, userId }),
      previousRole: control?.previous_owner_role ?? null,
      nextRole: control?.new_owner_role ?? null,
      note: control?.metadata ?? null,
      summary: control?.conversation_context?.summary?.text ?? null,
    }),
    ...(timestamp === undefined ? {} : { occurredAt: new Date(timestamp * 1000) }),
  },
];

/** Copies of a chat that another app answers. */
export const tellStandby: TellField<'standby'> = ({ contacts, messages, messageEchoes, statuses }) => {
  const [contact] = contacts;
  const [first] = messages;
  return [
    {
      event: null,
      told: tell('thread.copied', {
        person: contact ? personName({ ...contact, name: contact.profileName }) : null,
        messageCount: messages.length,
        echoCount: messageEchoes.length,
        statusCount: statuses.length,
        text: first?.ok && first.type === 'text' ? first.content.body : null,
      }),
      ...(first?.common ? { occurredAt: new Date(first.common.timestamp * 1000) } : {}),
    },
  ];
};
