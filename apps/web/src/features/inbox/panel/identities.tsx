import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Contact, Identity } from '@renkei/contract';
import { CopyButton } from '../../../ui/copy-button.tsx';
import styles from './contact-panel.module.css';

const identityLabels = {
  phone: msg`Telephone`,
  wa_id: msg`WhatsApp ID`,
  business_scoped_user_id: msg`Business-scoped user ID`,
  group_id: msg`Group ID`,
} as const satisfies Record<Identity['kind'], unknown>;

interface IdentitiesProps {
  readonly contact: Contact;
  readonly isGroup: boolean;
}

export function Identities({ contact, isGroup }: IdentitiesProps) {
  const { t, i18n } = useLingui();
  const profile = [
    { label: t`Profile name`, value: contact.profileName },
    { label: t`Username`, value: contact.username },
  ];
  const identities = contact.identities.map(({ kind, value }) => ({
    label: i18n._(identityLabels[kind]),
    value,
  }));
  return (
    <section>
      <dl className={styles.identities}>
        {[...profile, ...identities].map(({ label, value }) =>
          value === null ? null : (
            <div key={`${label} ${value}`}>
              <dt>{label}</dt>
              <dd>
                {value}
                <CopyButton value={value} label={t`Copy: ${label}`} />
              </dd>
            </div>
          ),
        )}
      </dl>
      {contact.phoneNumber === null && !isGroup ? (
        <p className={styles.saved}>
          <Trans>WhatsApp hides the number of this contact.</Trans>
        </p>
      ) : null}
    </section>
  );
}
