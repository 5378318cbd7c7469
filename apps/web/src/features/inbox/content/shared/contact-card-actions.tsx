import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { ContactCard } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Download, MessageCircle, UserPlus } from 'lucide-react';
import { client } from '../../../../lib/client.ts';
import { useNotifyProblem } from '../../../../lib/notify.ts';
import { usePermission } from '../../../../lib/queries.ts';
import { queryKeys } from '../../../../lib/query-keys.ts';
import { useConversationPlace } from '../conversation-context.ts';
import styles from './contacts.module.css';
import { toVcard } from './to-vcard.ts';

/** What can be done with a card in a thread; in a preview there is nothing to do. */
export function ContactCardActions({ card }: { readonly card: ContactCard }) {
  const place = useConversationPlace();
  return place === null ? null : <Actions card={card} channelId={place.channelId} />;
}

function Actions({ card, channelId }: { readonly card: ContactCard; readonly channelId: string }) {
  const { t } = useLingui();
  const maySave = usePermission('contact.write');
  const number = numberOf(card);
  return (
    <div className={styles.actions}>
      {number === undefined || !maySave ? null : (
        <SaveButtons name={card.name} phoneNumber={number} channelId={channelId} />
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<Download size={14} aria-hidden />}
        onClick={() => download(card)}
        title={t`Download the card of ${card.name}`}
      >
        <Trans>vCard</Trans>
      </Button>
    </div>
  );
}

interface SaveButtonsProps {
  readonly name: string;
  readonly phoneNumber: string;
  readonly channelId: string;
}

function SaveButtons({ name, phoneNumber, channelId }: SaveButtonsProps) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const notifyProblem = useNotifyProblem();
  const save = useMutation({
    mutationFn: () => saveContact({ name, phoneNumber, channelId }),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: queryKeys.conversationLists }),
    onError: notifyProblem,
  });
  const open = (conversationId: string) =>
    void navigate({ to: '/inbox/$conversationId', params: { conversationId }, search: true });
  return (
    <>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<MessageCircle size={14} aria-hidden />}
        onClick={() => save.mutate(undefined, { onSuccess: open })}
      >
        <Trans>Message</Trans>
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<UserPlus size={14} aria-hidden />}
        loading={save.isPending}
        disabled={save.isSuccess}
        onClick={() => save.mutate()}
      >
        {save.isSuccess ? <Trans>Saved</Trans> : <Trans>Save</Trans>}
      </Button>
    </>
  );
}

/** A contact of ours begins with a conversation. One we have already is given the name of the card. */
async function saveContact({ name, phoneNumber, channelId }: SaveButtonsProps): Promise<string> {
  const { id, contact } = await client.call('startConversation', {
    body: { channelId, to: phoneNumber, name },
  });
  if (contact.name !== name) {
    await client.call('updateContact', { params: { contactId: contact.id }, body: { givenName: name } });
  }
  return id;
}

/** The number that is known to be on WhatsApp comes first. */
function numberOf({ phones }: ContactCard): string | undefined {
  const waId = phones.find((phone) => phone.waId !== undefined)?.waId;
  return waId === undefined ? phones[0]?.number : `+${waId}`;
}

function download(card: ContactCard): void {
  const url = URL.createObjectURL(new Blob([toVcard(card)], { type: 'text/vcard' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${card.name.replaceAll(/[\\/:*?"<>|]/g, ' ')}.vcf`;
  link.click();
  URL.revokeObjectURL(url);
}
