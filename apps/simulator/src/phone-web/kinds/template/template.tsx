import { Suspense } from 'react';
import { FormattedText } from '../../format/FormattedText.tsx';
import { loadLater } from '../../ui/load-later.ts';
import { defineKind, type KindViewProps } from '../define-kind.tsx';
import styles from '../parts/kinds.module.css';
import { MessageHeader } from '../parts/MessageHeader.tsx';
import { TemplateButtons } from './TemplateButtons.tsx';
import { type TemplateContent, templateContentSchema } from './template-content.ts';

const TemplateCarousel = loadLater(async () => (await import('./TemplateCarousel.tsx')).TemplateCarousel);
const LimitedTimeOffer = loadLater(async () => (await import('./LimitedTimeOffer.tsx')).LimitedTimeOffer);
const CallPermissionAction = loadLater(
  async () => (await import('../interactive/actions/CallPermissionAction.tsx')).CallPermissionAction,
);

function TemplateView({ content, message }: KindViewProps<TemplateContent>) {
  const { header, body, footer, offer, cards, buttons, asksForCalls } = content;
  const code = buttons.find(({ type }) => type === 'COPY_CODE')?.code;
  return (
    <Suspense fallback={null}>
      {header && <MessageHeader header={header} />}
      {offer && <LimitedTimeOffer offer={offer} code={code} />}
      <p className={styles.text}>
        <FormattedText text={body} />
      </p>
      {footer && <p className={styles.footer}>{footer}</p>}
      <TemplateButtons buttons={buttons} message={message} />
      {cards && <TemplateCarousel cards={cards} message={message} />}
      {asksForCalls && <CallPermissionAction message={message} />}
    </Suspense>
  );
}

export const templateKind = defineKind({
  schema: templateContentSchema,
  View: TemplateView,
  summarise: (content) => content.body,
});
