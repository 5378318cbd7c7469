import { authenticationTemplates } from './authentication-templates.ts';
import { marketingTemplates } from './marketing-templates.ts';
import type { ShippedTemplate } from './parts.ts';
import { utilityTemplates } from './utility-templates.ts';

/** Approved templates every new WABA starts with, each in Japanese and English. */
export const shippedTemplates: readonly ShippedTemplate[] = [
  ...utilityTemplates,
  ...marketingTemplates,
  ...authenticationTemplates,
];
