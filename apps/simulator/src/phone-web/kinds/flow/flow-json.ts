import { z } from 'zod';

/** A component of a screen; each kind reads its own keys (components/). */
const componentSchema = z.looseObject({ type: z.string() });

const actionSchema = z.looseObject({
  name: z.string(),
  next: z.looseObject({ name: z.string() }).optional(),
  url: z.string().optional(),
  payload: z.record(z.string(), z.unknown()).optional(),
});

const screenSchema = z.looseObject({
  id: z.string(),
  title: z.string().optional(),
  data: z.record(z.string(), z.unknown()).default({}),
  layout: z.looseObject({ children: z.array(componentSchema) }),
});

/** Flow JSON (Meta: Flow JSON 7.3), as far as a form needs it. */
export const flowJsonSchema = z.looseObject({ screens: z.array(screenSchema).min(1) });

/** What an endpoint answers: the next screen, or the end with the parameters of the answer. */
export const flowAnswerSchema = z.looseObject({
  screen: z.string(),
  data: z.record(z.string(), z.unknown()).default({}),
});

export const componentsSchema = z.array(componentSchema);
export { actionSchema };

export type FlowJson = z.infer<typeof flowJsonSchema>;
export type FlowScreen = z.infer<typeof screenSchema>;
export type FlowComponentNode = z.infer<typeof componentSchema>;
export type FlowAction = z.infer<typeof actionSchema>;
