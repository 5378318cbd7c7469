import { refusalOf, type TellField, type Telling, tell, withPlus } from './define.ts';

/**
 * Chunks of the phone app's past. They may be megabytes, and are in the raw events: of the messages only the numbers
 * are kept here.
 */
export const tellHistory: TellField<'history'> = ({ chunks, messages, messageEchoes }) => [
  ...chunks.flatMap((reading): readonly Telling[] => {
    if (!reading.ok) return [{ event: null, told: null, value: reading.raw }];
    const { threads, errors, phase, chunkOrder, progress } = reading.item;
    const [error] = errors;
    if (error) {
      return [
        {
          event: 'declined',
          told: tell('history.declined', { code: error.code, ...refusalOf(errors) }),
          value: reading.raw,
        },
      ];
    }
    const messageCount = threads.reduce((count, thread) => count + thread.messages.length, 0);
    return [
      {
        event: phase === undefined ? null : `phase_${phase}`,
        told: tell(progress === 100 ? 'history.finished' : 'history.received', {
          phase: phase ?? null,
          chunk: chunkOrder ?? null,
          progressPercent: progress ?? null,
          threadCount: threads.length,
          messageCount,
        }),
        value: {
          metadata: reading.raw['metadata'] ?? null,
          threads: threads.map(({ id }) => id),
          messageCount,
        },
      },
    ];
  }),
  ...tellMedia(messages.length + messageEchoes.length),
];

function tellMedia(messageCount: number): readonly Telling[] {
  return messageCount === 0
    ? []
    : [{ event: 'media', told: tell('history.media_received', { messageCount }) }];
}

/** The phone's address book; the first sync brings the whole book in several webhooks. */
export const tellAddressBook: TellField<'smb_app_state_sync'> = ({ stateSync }) => {
  const items = stateSync.flatMap((reading) => (reading.ok ? [reading.item] : []));
  const namesOf = (action: string) =>
    items.filter((item) => item.action === action).map(({ contact }) => nameOf(contact ?? {}));
  const seconds = items.flatMap(({ metadata }) => metadata?.timestamp ?? []);
  return [
    {
      event: null,
      told: tell('address_book.changed', { saved: namesOf('add'), removed: namesOf('remove') }),
      ...(seconds.length === 0 ? {} : { occurredAt: new Date(Math.max(...seconds) * 1000) }),
    },
  ];
};

function nameOf(contact: {
  readonly full_name?: string | undefined;
  readonly phone_number?: string | undefined;
  readonly user_id?: string | undefined;
}): string {
  return contact.full_name ?? withPlus(contact.phone_number) ?? contact.user_id ?? '–';
}
