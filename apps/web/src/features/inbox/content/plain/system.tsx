import { Trans } from '@lingui/react/macro';
import type { ContentOf } from '@renkei/contract';
import type { ComponentType } from 'react';
import type { ContentViewProps } from '../view-props.ts';

type SystemContentOf = ContentOf<'system'>;
type EventView = ComponentType<{ readonly content: SystemContentOf }>;

/** What WhatsApp tells, in our words; an event we have none for speaks in WhatsApp's. */
const eventViews: Readonly<Record<string, EventView>> = {
  user_changed_number: ({ content: { previous, next, body } }) =>
    previous === undefined || next === undefined ? (
      body
    ) : (
      <Trans>
        The customer changed the number from {withPlus(previous)} to {withPlus(next)}
      </Trans>
    ),
  user_changed_user_id: ({ content: { previous, next } }) =>
    previous === undefined || next === undefined ? (
      <Trans>WhatsApp gave this person a new user ID</Trans>
    ) : (
      <Trans>
        WhatsApp gave this person a new user ID: {next} instead of {previous}
      </Trans>
    ),
  customer_identity_changed: () => (
    <Trans>The security code changed: WhatsApp may be on a new phone, or have a new owner.</Trans>
  ),
};

export function SystemContent({ content }: ContentViewProps<'system'>) {
  const View = eventViews[content.event];
  return View === undefined ? content.body : <View content={content} />;
}

/** Numbers come as digits only; user ids such as `JP.1349…` stay as they are. */
function withPlus(id: string): string {
  return /^\d{7,15}$/.test(id) ? `+${id}` : id;
}
