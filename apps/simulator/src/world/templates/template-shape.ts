import { z } from 'zod';
import type { JsonObject, Template } from '../entities.ts';

const buttonSchema = z.looseObject({
  type: z.string().transform((type) => type.toUpperCase()),
  text: z.string().optional(),
  url: z.string().optional(),
  phone_number: z.string().optional(),
  flow_id: z.coerce.string().optional(),
  flow_name: z.string().optional(),
});

const partSchema = z.looseObject({
  type: z.string().transform((type) => type.toUpperCase()),
  format: z.string().optional(),
  text: z.string().optional(),
  buttons: z.array(buttonSchema).optional(),
});

const componentSchema = partSchema.extend({
  cards: z.array(z.looseObject({ components: z.array(partSchema) })).optional(),
  limited_time_offer: z
    .looseObject({ text: z.string().optional(), has_expiration: z.boolean().optional() })
    .optional(),
});

type Part = z.infer<typeof partSchema>;
export type TemplateButton = z.infer<typeof buttonSchema>;

/** The parts a template and each card of a carousel have, by their place. */
export interface PartsShape {
  readonly header: Part | undefined;
  readonly body: string;
  readonly footer: string | undefined;
  readonly buttons: readonly TemplateButton[];
}

export interface TemplateShape extends PartsShape {
  readonly cards: readonly PartsShape[];
  readonly offer: { readonly hasExpiration: boolean } | undefined;
}

/** The text of an authentication template is Meta's own: one variable, the code. */
const codeBody = '{{1}}';

export function readTemplateShape({ components, category }: Pick<Template, 'components' | 'category'>) {
  return cached(components, () => readShape(components, category));
}

/** Reading is slow and definitions are sent from often; a changed template has another list of components. */
const shapes = new WeakMap<readonly JsonObject[], TemplateShape>();

function cached(components: readonly JsonObject[], read: () => TemplateShape): TemplateShape {
  const known = shapes.get(components);
  if (known) return known;
  const shape = read();
  shapes.set(components, shape);
  return shape;
}

function readShape(given: readonly JsonObject[], category: string): TemplateShape {
  const components = z.array(componentSchema).parse(given);
  const find = (type: string) => components.find((component) => component.type === type);
  const offer = find('LIMITED_TIME_OFFER')?.limited_time_offer;
  const parts = readParts(components);
  return {
    ...parts,
    body: parts.body === '' && category === 'AUTHENTICATION' ? codeBody : parts.body,
    cards: find('CAROUSEL')?.cards?.map((card) => readParts(card.components)) ?? [],
    offer: offer && { hasExpiration: offer.has_expiration ?? true },
  };
}

function readParts(components: readonly Part[]): PartsShape {
  const find = (type: string) => components.find((component) => component.type === type);
  return {
    header: find('HEADER'),
    body: find('BODY')?.text ?? '',
    footer: find('FOOTER')?.text,
    buttons: find('BUTTONS')?.buttons ?? [],
  };
}
