import type { SendMessageRequestOf } from '@renkei/graph-api';

export type TemplateContent = SendMessageRequestOf<'template'>['template'];
export type TemplateComponent = NonNullable<TemplateContent['components']>[number];
type Carousel = Extract<TemplateComponent, { type: 'carousel' }>;

/** A component of a template or of one card. */
export type SentComponent = TemplateComponent | Carousel['cards'][number]['components'][number];

/** What every kind of parameter has. */
export interface SentParameter {
  readonly type: string;
  readonly parameter_name?: string | undefined;
  readonly text?: string | undefined;
}

export function parametersOf(component: SentComponent): readonly SentParameter[] {
  return 'parameters' in component ? (component.parameters ?? []) : [];
}
