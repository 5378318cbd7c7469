import { Trans } from '@lingui/react/macro';
import { LayoutTemplate } from 'lucide-react';
import { RichText } from '../../rich-text/rich-text.tsx';
import { HeaderView } from '../parts/header-view.tsx';
import { Origin } from '../parts/origin.tsx';
import parts from '../parts/parts.module.css';
import type { ContentViewProps } from '../view-props.ts';
import { parameterText } from './parameter-text.ts';
import { TemplateButtons } from './template-buttons.tsx';
import { TemplateCards } from './template-cards.tsx';
import { TemplateOffer } from './template-offer.tsx';

/** A template with its parameters filled in, as the customer sees it. */
export function TemplateContent({ content, files }: ContentViewProps<'template'>) {
  const { header, rendered } = content;
  const buttons = rendered?.buttons ?? [];
  return (
    <div className={parts.framed}>
      {header === undefined || header.type === 'text' ? null : <HeaderView header={header} files={files} />}
      {rendered?.header ? <p className={parts.title}>{rendered.header}</p> : null}
      <TemplateOffer words={rendered?.offer} endsAt={content.offerEndsAt} />
      <RichText text={rendered?.body ?? content.bodyParameters.map(parameterText).join(' · ')} />
      {rendered?.footer ? <p className={parts.footer}>{rendered.footer}</p> : null}
      <TemplateButtons buttons={buttons} parameters={content.buttons} />
      <TemplateCards cards={content.cards ?? []} rendered={rendered?.cards ?? []} files={files} />
      <Origin icon={LayoutTemplate}>
        <Trans>
          Template {content.name} ({content.language})
        </Trans>
      </Origin>
    </div>
  );
}
