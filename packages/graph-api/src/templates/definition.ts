import { z } from 'zod';
import { isJsonRecord } from '../json.ts';
import { messageTtlSeconds } from '../requests/limits.ts';
import { checkComponents } from './checks/check-components.ts';
import { defaultTextRules, type TextRules } from './checks/check-text.ts';
import { authenticationComponent } from './components/authentication.ts';
import { marketingComponent, utilityComponent } from './components/components.ts';
import { templateLimits } from './limits.ts';
import { parseTemplateBody, type TemplateReading } from './problem.ts';
import { upperCaseKinds } from './upper-case-kinds.ts';

export const templateName = z
  .string()
  .regex(/^[a-z0-9_]+$/, { error: 'must have lower-case letters, digits and underscores only' })
  .max(templateLimits.name, { error: `must be at most ${templateLimits.name} characters long` });

export const templateLanguage = z
  .string()
  .regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/, { error: 'must be a language code such as en_US' });

const settings = {
  parameter_format: z.enum(['POSITIONAL', 'NAMED']).optional(),
  /** Seconds that a message may wait for delivery; -1 for 30 days, outside marketing. */
  message_send_ttl_seconds: z.int().optional(),
  cta_url_link_tracking_opted_out: z.boolean().optional(),
  /** Without effect since 2025-04-09: Meta may always change it. */
  allow_category_change: z.boolean().optional(),
  sub_category: z.string().optional(),
  display_format: z.string().optional(),
  is_primary_device_delivery_only: z.boolean().optional(),
  degrees_of_freedom_spec: z.record(z.string(), z.unknown()).optional(),
};

const identity = { name: templateName, language: templateLanguage, ...settings };

const anyDefinition = z.discriminatedUnion('category', [
  z.strictObject({
    ...identity,
    category: z.literal('AUTHENTICATION'),
    components: z.array(authenticationComponent).min(1),
  }),
  z.strictObject({
    ...identity,
    category: z.literal('UTILITY'),
    components: z.array(utilityComponent).min(1),
  }),
  z.strictObject({
    ...identity,
    category: z.literal('MARKETING'),
    components: z.array(marketingComponent).min(1),
  }),
]);

/** A template as it is created: the body of `POST /{waba-id}/message_templates`. */
export type TemplateDefinition = z.output<typeof anyDefinition>;
export type TemplateCategory = TemplateDefinition['category'];

/** What Meta does not publish and may change. */
export type TemplateRules = Pick<TextRules, 'fixedWords'>;

/**
 * Reads the body of `POST /{waba-id}/message_templates` as Meta would: the template, or the refusal that comes at
 * once. What a review decides, what exists already and how many there may be is not judged here.
 * (Meta, "Templates: overview, components, time to live", 2026)
 */
export function parseTemplateDefinition(
  body: unknown,
  rules: TemplateRules = defaultTextRules,
): TemplateReading<TemplateDefinition> {
  const schema = anyDefinition.superRefine((definition, context) =>
    checkDefinition(definition, rules, context),
  );
  return parseTemplateBody(schema, normalise(body));
}

function normalise(body: unknown): unknown {
  if (!isJsonRecord(body)) return body;
  const { components, category } = body;
  return {
    ...body,
    ...(components === undefined ? {} : { components: upperCaseKinds(components) }),
    ...(typeof category === 'string' ? { category: category.toUpperCase() } : {}),
  };
}

function checkDefinition(
  definition: TemplateDefinition,
  rules: TemplateRules,
  context: z.RefinementCtx,
): void {
  checkLife(definition, context);
  if (definition.category === 'AUTHENTICATION') {
    const types = definition.components.map(({ type }) => type);
    for (const type of ['BODY', 'BUTTONS'] as const) {
      if (types.includes(type)) continue;
      context.addIssue({ code: 'custom', path: ['components'], message: `must have ${type}` });
    }
    if (new Set(types).size !== types.length) {
      context.addIssue({ code: 'custom', path: ['components'], message: 'must have each kind once' });
    }
    return;
  }
  const { components, parameter_format: format = 'POSITIONAL' } = definition;
  checkComponents({ components, path: ['components'], rules: { ...rules, format }, context });
}

function checkLife(definition: TemplateDefinition, context: z.RefinementCtx): void {
  const { category, message_send_ttl_seconds: seconds } = definition;
  if (seconds === undefined || (seconds === -1 && category !== 'MARKETING')) return;
  const { min, max } = lifeOf[category];
  if (seconds >= min && seconds <= max) return;
  context.addIssue({
    code: 'custom',
    path: ['message_send_ttl_seconds'],
    message: `must lie between ${min} and ${max} for ${category}`,
  });
}

const lifeOf = {
  AUTHENTICATION: messageTtlSeconds.authentication,
  UTILITY: messageTtlSeconds.utility,
  MARKETING: messageTtlSeconds.marketing,
} as const;
