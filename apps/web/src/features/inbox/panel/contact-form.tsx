import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea, TextInput } from '@mantine/core';
import type { Contact } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../../lib/client.ts';
import { useNotifyProblem } from '../../../lib/notify.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import styles from './contact-panel.module.css';

interface Changes {
  readonly givenName?: string | null;
  readonly note?: string;
}

/** Saves when the field is left; there is no button to forget. */
export function ContactForm({ contact }: { readonly contact: Contact }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const notifyProblem = useNotifyProblem();
  const [name, setName] = useState(contact.givenName ?? '');
  const [note, setNote] = useState(contact.note);
  const update = useMutation({
    mutationFn: (body: Changes) => client.call('updateContact', { params: { contactId: contact.id }, body }),
    onSuccess: (updated) => queryClient.setQueryData(queryKeys.contact(updated.id), updated),
    onError: notifyProblem,
  });
  return (
    <section className={styles.section}>
      <TextInput
        label={t`Name for the team`}
        placeholder={contact.profileName ?? contact.name}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={() => {
          const given = name.trim() === '' ? null : name.trim();
          if (given !== contact.givenName) update.mutate({ givenName: given });
        }}
      />
      <Textarea
        label={t`Note`}
        placeholder={t`What the team should know. The customer does not see it.`}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onBlur={() => {
          if (note !== contact.note) update.mutate({ note });
        }}
      />
      <output className={styles.saved}>
        {update.isPending ? <Trans>Saving…</Trans> : null}
        {update.isSuccess ? <Trans>Saved</Trans> : null}
      </output>
    </section>
  );
}
