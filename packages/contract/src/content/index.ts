/** The canonical content of a message, and what reads it. */
export { orderDetails, paymentSetting } from './commerce/payments.ts';
export type { ContactCard } from './contacts.ts';
export { contentLimits, countCharacters } from './content-limits.ts';
export { listMediaReferences, type MediaReference } from './list-media-references.ts';
export { type Header, headerSchema, type Money, moneySchema } from './parts.ts';
export {
  type Content,
  type ContentKind,
  type ContentOf,
  contentKinds,
  contentSchema,
  contentSchemas,
  type MediaContentKind,
  mediaContentKindSchema,
  mediaContentKinds,
  type SendableContent,
  type SendableContentInput,
  sendableContentSchema,
  sendableKinds,
} from './registry.ts';
export { renderedTemplate } from './template/template.ts';
export type {
  TemplateButtonParameter,
  TemplateHeader,
  TemplateParameter,
} from './template/template-parameters.ts';
