/** Meta's message templates: read from the provider, shown, filled in. */
export { createTemplatesModule, type TemplateFacts, type Templates } from './module.ts';
export { checkTemplateParameters, type RenderedTemplate, renderTemplate } from './render-template.ts';
export { readTemplateShape, type TemplateShape } from './template-shape.ts';
