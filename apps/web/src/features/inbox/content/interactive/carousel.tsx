import { useLingui } from '@lingui/react/macro';
import type { ContentOf } from '@renkei/contract';
import { ExternalLink, Reply } from 'lucide-react';
import { RichText } from '../../rich-text/rich-text.tsx';
import { type Action, ActionList } from '../parts/action-list.tsx';
import { HeaderView } from '../parts/header-view.tsx';
import { Swiper } from '../parts/swiper.tsx';
import type { ContentViewProps } from '../view-props.ts';

export function CarouselContent({ content, files }: ContentViewProps<'carousel'>) {
  const { t } = useLingui();
  return (
    <>
      <RichText text={content.body} />
      <Swiper
        label={t`Cards`}
        cards={content.cards.map((card, index) => (
          <div key={index}>
            <HeaderView header={card.header} files={files} />
            {card.body === undefined ? null : <RichText text={card.body} />}
            <ActionList actions={actionsOf(card)} />
          </div>
        ))}
      />
    </>
  );
}

function actionsOf({ action }: ContentOf<'carousel'>['cards'][number]): readonly Action[] {
  if ('link' in action) return [{ icon: ExternalLink, label: action.link.label, href: action.link.url }];
  return action.buttons.map(({ title }) => ({ icon: Reply, label: title }));
}
