import { useLingui } from '@lingui/react/macro';
import type { ContentOf } from '@renkei/contract';
import { RichText } from '../../rich-text/rich-text.tsx';
import { HeaderView } from '../parts/header-view.tsx';
import { Swiper } from '../parts/swiper.tsx';
import type { Files } from '../view-props.ts';
import { parameterText } from './parameter-text.ts';
import { TemplateButtons } from './template-buttons.tsx';

type TemplateCardContent = NonNullable<ContentOf<'template'>['cards']>[number];
type RenderedCard = NonNullable<NonNullable<ContentOf<'template'>['rendered']>['cards']>[number];

interface TemplateCardsProps {
  readonly cards: readonly TemplateCardContent[];
  /** What they say, in the same order. */
  readonly rendered: readonly RenderedCard[];
  readonly files: Files;
}

export function TemplateCards({ cards, rendered, files }: TemplateCardsProps) {
  const { t } = useLingui();
  if (cards.length === 0) return null;
  return (
    <Swiper
      label={t`Cards`}
      cards={cards.map((card, index) => {
        const body = rendered[index]?.body ?? card.bodyParameters.map(parameterText).join(' · ');
        return (
          <div key={index}>
            {card.header === undefined ? null : <HeaderView header={card.header} files={files} />}
            {body === '' ? null : <RichText text={body} />}
            <TemplateButtons buttons={rendered[index]?.buttons ?? []} />
          </div>
        );
      })}
    />
  );
}
