import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { ConsentEvent, ContactConsent, Conversation } from '@renkei/contract';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleHelp, CircleX, PenLine } from 'lucide-react';
import { useState } from 'react';
import { formatDateTime } from '../../../lib/format-time.ts';
import { useLanguage } from '../../../lib/i18n.ts';
import { usePermission } from '../../../lib/queries.ts';
import { QueryProblem } from '../../../ui/query-problem.tsx';
import { consentQuery } from '../data/queries.ts';
import styles from './consent-card.module.css';
import { ConsentDialog } from './consent-dialog.tsx';

type State = ContactConsent['state']['marketing'];

const stateLabels = {
  opt_in: msg`Agreed`,
  opt_out: msg`Stopped`,
  unknown: msg`Not asked`,
} as const satisfies Record<State, unknown>;

const stateIcons = { opt_in: CircleCheck, opt_out: CircleX, unknown: CircleHelp } as const;

const sourceLabels = {
  keyword: msg`keyword`,
  button: msg`button`,
  answer: msg`answer to a question`,
  whatsapp: msg`setting in WhatsApp`,
  refusal: msg`refusal by WhatsApp`,
  website: msg`website`,
  app: msg`app`,
  phone: msg`phone call`,
  sms: msg`SMS`,
  in_person: msg`in person`,
  import: msg`import`,
  other: msg`other`,
} as const satisfies Record<ConsentEvent['source'], unknown>;

const eventsShown = 4;

/** What the contact agreed to be sent and what they stopped, how that is known, and the way to note it. */
export function ConsentCard({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useLingui();
  const consent = useQuery(consentQuery(conversation.contact.id));
  const canRecord = usePermission('contact.write');
  const [isRecording, setIsRecording] = useState(false);
  return (
    <section className={styles.root} aria-labelledby="consent-title">
      <h3 id="consent-title" className={styles.title}>
        <Trans>Consent</Trans>
      </h3>
      <QueryProblem query={consent} />
      {consent.data === undefined ? null : (
        <>
          <dl className={styles.states}>
            <StateLine label={t`Marketing`} state={consent.data.state.marketing} />
            <StateLine label={t`Utility`} state={consent.data.state.utility} />
          </dl>
          {consent.data.question === null ? null : <Question question={consent.data.question} />}
          <History events={consent.data.events} />
        </>
      )}
      {canRecord ? (
        <Button
          variant="default"
          size="xs"
          leftSection={<PenLine size={14} aria-hidden />}
          onClick={() => setIsRecording(true)}
        >
          <Trans>Note or ask for consent</Trans>
        </Button>
      ) : null}
      {isRecording ? (
        <ConsentDialog conversation={conversation} onClose={() => setIsRecording(false)} />
      ) : null}
    </section>
  );
}

function StateLine({ label, state }: { readonly label: string; readonly state: State }) {
  const { i18n } = useLingui();
  const Icon = stateIcons[state];
  return (
    <div className={styles.state} data-state={state}>
      <dt>{label}</dt>
      <dd>
        <Icon size={15} aria-hidden />
        {i18n._(stateLabels[state])}
      </dd>
    </div>
  );
}

function Question({ question }: { readonly question: NonNullable<ContactConsent['question']> }) {
  const language = useLanguage();
  return (
    <p className={styles.quiet}>
      <Trans>
        Asked on {formatDateTime(question.askedAt, language)}: “{question.wording}”. A plain YES or NO counts
        as the answer.
      </Trans>
    </p>
  );
}

function History({ events }: { readonly events: readonly ConsentEvent[] }) {
  const { i18n } = useLingui();
  const language = useLanguage();
  if (events.length === 0) return null;
  return (
    <ol className={styles.events}>
      {events.slice(0, eventsShown).map((event) => (
        <li key={event.id} className={styles.quiet}>
          <time dateTime={event.decidedAt}>{formatDateTime(event.decidedAt, language)}</time>{' '}
          <EventText event={event} source={i18n._(sourceLabels[event.source])} />
          {event.evidence === '' ? null : <q className={styles.evidence}>{event.evidence}</q>}
        </li>
      ))}
    </ol>
  );
}

function EventText({ event, source }: { readonly event: ConsentEvent; readonly source: string }) {
  const { i18n } = useLingui();
  const purpose = i18n._(purposeLabels[event.purpose]);
  const who = event.member?.name;
  const text =
    event.decision === 'opt_in' ? (
      <Trans>
        agreed to {purpose} ({source})
      </Trans>
    ) : (
      <Trans>
        stopped {purpose} ({source})
      </Trans>
    );
  return (
    <>
      {text}
      {who === undefined ? null : ` · ${who}`}{' '}
    </>
  );
}

const purposeLabels = {
  marketing: msg`marketing`,
  utility: msg`utility messages`,
  all: msg`everything`,
} as const satisfies Record<ConsentEvent['purpose'], unknown>;
