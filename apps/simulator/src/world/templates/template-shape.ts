import { z } from 'zod';
import type { Template } from '../entities.ts';

const buttonSchema = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  url: z.string().optional(),
  phone_number: z.string().optional(),
});

const componentSchema = z.looseObject({
  type: z.string().transform((type) => type.toUpperCase()),
  format: z.string().optional(),
  text: z.string().optional(),
  buttons: z.array(buttonSchema).optional(),
});

type Component = z.infer<typeof componentSchema>;
export type TemplateButton = z.infer<typeof buttonSchema>;

/** A template's components by their place. */
export interface TemplateShape {
  readonly header: Component | undefined;
  readonly body: string;
  readonly footer: string | undefined;
  readonly buttons: readonly TemplateButton[];
}

export function readTemplateShape(template: Template): TemplateShape {
  const components = z.array(componentSchema).parse(template.components);
  const find = (type: string) => components.find((component) => component.type === type);
  return {
    header: find('HEADER'),
    body: find('BODY')?.text ?? '',
    footer: find('FOOTER')?.text,
    buttons: find('BUTTONS')?.buttons ?? [],
  };
}
