import { Trans, useLingui } from '@lingui/react/macro';
import { Combobox, useCombobox } from '@mantine/core';
import type { Conversation, MediaContentKind } from '@renkei/contract';
import { useEffect, useId, useState } from 'react';
import { useLanguage } from '../../../../lib/i18n.ts';
import { readFormDraft } from '../../data/drafts.ts';
import { type Offers, useOffers } from '../../data/use-offers.ts';
import type { Form } from '../forms/form.ts';
import { formGroups } from '../forms/groups.ts';
import { type InsertEntry, insertEntries } from './insert-entries.ts';
import styles from './insert-menu.module.css';

interface InsertMenuProps {
  readonly conversation: Conversation;
  readonly onFile: (kind: MediaContentKind) => void;
  readonly onForm: (form: Form) => void;
  readonly onSlash: () => void;
}

/** All kinds in their groups, found by typing and chosen with the arrow keys. */
export function InsertMenu({ conversation, onFile, onForm, onSlash }: InsertMenuProps) {
  const { t, i18n } = useLingui();
  const combobox = useCombobox({ opened: true });
  const { selectFirstOption } = combobox;
  const listId = useId();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const offers = useOffers(conversation.channel.id);
  const found = insertEntries.filter(
    (entry) =>
      (entry.form?.isFor(conversation.contact) ?? true) &&
      [entry.label, entry.hint].some((text) => i18n._(text).toLowerCase().includes(wanted)),
  );
  const shown = found.filter(({ kind }) => offers.sends(kind));
  const missing = found.filter((entry) => !shown.includes(entry));
  // After a search its first finding is the one that Enter takes.
  useEffect(() => {
    selectFirstOption();
  }, [wanted, selectFirstOption]);
  const choose = (entry: InsertEntry | undefined) => {
    if (entry === undefined) return;
    if (entry.form === null) onFile(entry.kind);
    else onForm(entry.form);
  };
  const groups = Object.entries(formGroups).map(([group, label]) => ({
    label: i18n._(label),
    entries: shown.filter((entry) => entry.group === group),
  }));
  return (
    <Combobox store={combobox} onOptionSubmit={(kind) => choose(shown.find((entry) => entry.kind === kind))}>
      <Combobox.EventsTarget>
        <input
          data-autofocus
          role="combobox"
          aria-controls={listId}
          aria-expanded
          className={styles.search}
          placeholder={t`What would you like to send?`}
          aria-label={t`What would you like to send?`}
          value={search}
          onChange={(event) => {
            if (event.currentTarget.value === '/') onSlash();
            else setSearch(event.currentTarget.value);
          }}
        />
      </Combobox.EventsTarget>
      <Combobox.Options id={listId} className={styles.options} aria-label={t`Attach`}>
        {groups.map(({ label, entries }) =>
          entries.length === 0 ? null : (
            <Combobox.Group key={label} label={label}>
              {entries.map((entry) => (
                <Option
                  key={entry.kind}
                  entry={entry}
                  isBegun={readFormDraft(conversation.id, entry.kind) !== undefined}
                />
              ))}
            </Combobox.Group>
          ),
        )}
        {found.length === 0 ? (
          <Combobox.Empty>
            <Trans>No matches.</Trans>
          </Combobox.Empty>
        ) : null}
      </Combobox.Options>
      <MissingNote missing={missing} offers={offers} />
    </Combobox>
  );
}

/** What the number cannot send, by name, so that nobody looks for it. */
function MissingNote({
  missing,
  offers: { provider, onBusinessApp },
}: {
  readonly missing: readonly InsertEntry[];
  readonly offers: Offers;
}) {
  const { i18n } = useLingui();
  const language = useLanguage();
  if (missing.length === 0) return null;
  const names = new Intl.ListFormat(language).format(missing.map(({ label }) => i18n._(label)));
  return (
    <p className={styles.missing}>
      {onBusinessApp ? (
        <Trans>Not from a number that is also in the WhatsApp Business app: {names}.</Trans>
      ) : (
        <Trans>
          This number is at {provider}, which does not send: {names}.
        </Trans>
      )}
    </p>
  );
}

function Option({ entry, isBegun }: { readonly entry: InsertEntry; readonly isBegun: boolean }) {
  const { i18n } = useLingui();
  const { icon: Icon, kind, label, hint } = entry;
  const name = i18n._(label);
  return (
    <Combobox.Option value={kind} className={styles.option}>
      <Icon className={styles.icon} size={18} aria-hidden />
      <span className={styles.text}>
        <span className={styles.name}>
          {name}
          {isBegun ? (
            <span className={styles.begun}>
              <Trans>Draft</Trans>
            </span>
          ) : null}
        </span>
        <span className={styles.hint}>{i18n._(hint)}</span>
      </span>
    </Combobox.Option>
  );
}
