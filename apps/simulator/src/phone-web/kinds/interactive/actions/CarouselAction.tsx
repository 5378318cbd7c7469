import { z } from 'zod';
import { ProductCard } from '../../commerce/ProductCard.tsx';
import { Caption } from '../../parts/Caption.tsx';
import { CarouselCard, CarouselRow } from '../../parts/Carousel.tsx';
import styles from '../../parts/kinds.module.css';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { MessageHeader, messageHeaderSchema } from '../../parts/MessageHeader.tsx';
import { ReplyButton } from '../../parts/ReplyButton.tsx';
import type { InteractiveActionProps } from '../interactive-action.ts';

const cardActionSchema = z.looseObject({
  catalog_id: z.string().optional(),
  product_retailer_id: z.string().optional(),
  parameters: z.looseObject({ display_text: z.string(), url: z.string() }).optional(),
  buttons: z
    .array(z.looseObject({ quick_reply: z.looseObject({ id: z.string(), title: z.string() }) }))
    .default([]),
});

const carouselSchema = z.looseObject({
  cards: z.array(
    z.looseObject({
      header: messageHeaderSchema.optional(),
      body: z.looseObject({ text: z.string() }).optional(),
      action: cardActionSchema.optional(),
    }),
  ),
});

type CardAction = z.infer<typeof cardActionSchema>;

/** Cards of media with buttons, or of products, to swipe through. */
export function CarouselAction({ action, message }: InteractiveActionProps) {
  const parsed = carouselSchema.safeParse(action);
  if (!parsed.success) return null;
  return (
    <CarouselRow>
      {parsed.data.cards.map(({ header, body, action: cardAction }, index) => (
        // Cards have nothing but their place to tell them apart, and never move.
        <CarouselCard key={index}>
          {header && <MessageHeader header={header} />}
          <Caption text={body?.text} />
          {cardAction && <CardButtons action={cardAction} message={message} />}
        </CarouselCard>
      ))}
    </CarouselRow>
  );
}

function CardButtons({
  action,
  message,
}: {
  action: CardAction;
  message: InteractiveActionProps['message'];
}) {
  const { catalog_id: catalogId, product_retailer_id: productRetailerId, parameters, buttons } = action;
  if (catalogId && productRetailerId) {
    return <ProductCard catalogId={catalogId} productRetailerId={productRetailerId} message={message} />;
  }
  return (
    <div className={styles.answers}>
      {parameters && <LinkButton title={parameters.display_text} url={parameters.url} />}
      {buttons.map(({ quick_reply: { id, title } }) => (
        <ReplyButton key={id} id={id} title={title} message={message} />
      ))}
    </div>
  );
}
