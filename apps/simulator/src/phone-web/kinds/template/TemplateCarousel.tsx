import type { ShownMessage } from '../../session/outbox.ts';
import { Caption } from '../parts/Caption.tsx';
import { CarouselCard, CarouselRow } from '../parts/Carousel.tsx';
import { MessageHeader } from '../parts/MessageHeader.tsx';
import { TemplateButtons } from './TemplateButtons.tsx';
import type { TemplateContent } from './template-content.ts';

type TemplateCarouselProps = Readonly<{
  cards: NonNullable<TemplateContent['cards']>;
  message: ShownMessage;
}>;

export function TemplateCarousel({ cards, message }: TemplateCarouselProps) {
  return (
    <CarouselRow>
      {cards.map(({ header, body, buttons }, index) => (
        // Cards have nothing but their place to tell them apart, and never move.
        <CarouselCard key={index}>
          {header && <MessageHeader header={header} />}
          <Caption text={body} />
          <TemplateButtons buttons={buttons} message={message} />
        </CarouselCard>
      ))}
    </CarouselRow>
  );
}
