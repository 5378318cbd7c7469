/** Meta's message templates: read from the provider, shown, judged, filled in. */
export { findTemplateFault } from './find-template-fault.ts';
export { templateJobs } from './jobs.ts';
export { createTemplatesModule, type TemplateFacts, type Templates } from './module.ts';
export { type RenderedTemplate, renderTemplate } from './render-template.ts';
export { parameterNamesOf, readTemplateShape, type TemplateShape } from './template-shape.ts';
export { findPartObstacle, findStatusObstacle } from './template-status.ts';
