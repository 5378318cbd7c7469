/** The routes as an OpenAPI 3.1 document: `npm run gen` writes it to openapi.json, `npm run check` compares. */
import * as z from 'zod';
import { accountEventToldSchema } from './account-events/told-schema.ts';
import { orderDetails, paymentSetting } from './content/commerce/payments.ts';
import { contentSchema, contentSchemas, sendableContentSchema } from './content/index.ts';
import { headerSchema, linkButton, moneySchema, productSection, replyButton } from './content/parts.ts';
import { renderedButton, renderedTemplate } from './content/template/template.ts';
import {
  templateButtonParameter,
  templateCard,
  templateHeader,
  templateParameter,
} from './content/template/template-parameters.ts';
import { describeError, type ErrorCode } from './errors.ts';
import { type Json, type JsonObject, OpenApiComponents } from './openapi-components.ts';
import { localizedSchema, problemSchema } from './primitives.ts';
import type { Access, RouteDefinition } from './route.ts';
import { accountEventSchema } from './routes/account-events.ts';
import { channelSchema } from './routes/channels.ts';
import { contactSchema } from './routes/contacts.ts';
import { eventSchema } from './routes/events.ts';
import { hookDeliverySchema, hookSchema } from './routes/hooks.ts';
import { routes } from './routes/index.ts';
import { mediaSchema } from './routes/media.ts';
import { memberSchema } from './routes/members.ts';
import { messageBatchSchema } from './routes/message-batches.ts';
import { conversationSchema, messageSchema } from './routes/messages.ts';
import { productSchema } from './routes/products.ts';
import { sessionSchema } from './routes/session.ts';
import { templateSchema } from './routes/templates.ts';
import { whatsappFlowSchema } from './routes/whatsapp-flows.ts';

/** A refusal on the wire: RFC 9457, with both languages. */
const refusalSchema = z.object({
  type: z.string(),
  title: z.string(),
  /** The title in both languages. */
  titles: localizedSchema,
  status: z.number().int(),
  code: z.string(),
  detail: localizedSchema,
  remedy: localizedSchema,
  source: z.string().nullable(),
  providerCode: z.number().int().nullable(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  requestId: z.string(),
});

/** Schemas that are shown once, by name. */
const named: Readonly<Record<string, z.ZodType>> = {
  AccountEvent: accountEventSchema,
  AccountEventTold: accountEventToldSchema,
  Channel: channelSchema,
  Contact: contactSchema,
  Content: contentSchema,
  Conversation: conversationSchema,
  Event: eventSchema,
  Hook: hookSchema,
  HookDelivery: hookDeliverySchema,
  Localized: localizedSchema,
  Media: mediaSchema,
  Member: memberSchema,
  Message: messageSchema,
  MessageBatch: messageBatchSchema,
  Problem: problemSchema,
  Product: productSchema,
  Refusal: refusalSchema,
  SendableContent: sendableContentSchema,
  Session: sessionSchema,
  Template: templateSchema,
  WhatsAppFlow: whatsappFlowSchema,
  // What several kinds of content share.
  Header: headerSchema,
  LinkButton: linkButton,
  Money: moneySchema,
  OrderDetails: orderDetails,
  PaymentSetting: paymentSetting,
  ProductSection: productSection,
  RenderedButton: renderedButton,
  RenderedTemplate: renderedTemplate,
  ReplyButton: replyButton,
  TemplateButtonParameter: templateButtonParameter,
  TemplateCard: templateCard,
  TemplateHeader: templateHeader,
  TemplateParameter: templateParameter,
  ...Object.fromEntries(Object.entries(contentSchemas).map(([kind, schema]) => [componentOf(kind), schema])),
};

/** The whole document. Pure: the same contract gives the same text. */
export function createOpenApiDocument(): JsonObject {
  const components = new OpenApiComponents(named);
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of Object.values<RouteDefinition>(routes)) {
    const path = route.path.replace(/(?<=\/):(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeOperation(route, components) };
  }
  // What the stream carries is no answer of a route.
  components.describe(eventSchema, 'output');
  components.describe(accountEventToldSchema, 'output');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Renkei',
      version: '1',
      summary: 'A self-hosted WhatsApp Business platform',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: components.sorted(),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'renkei_session' } },
    },
  };
}

function describeOperation(route: RouteDefinition, components: OpenApiComponents): JsonObject {
  return {
    operationId: route.name,
    summary: route.summary,
    tags: [route.path.split('/')[2] ?? 'root'],
    security: route.access === 'public' ? [] : [{ session: [] }],
    ...describeAccess(route.access),
    parameters: [
      ...describeParameters('path', route.params, components),
      ...describeParameters('query', route.query, components),
      ...(route.method === 'GET' || route.access === 'public' ? [] : [forgeryHeader]),
    ],
    ...describeBody(route, components),
    responses: {
      [`${route.status ?? 200}`]: describeAnswer(route, components),
      ...describeRefusals(route, components),
    },
  };
}

/** A page of another origin cannot set it: required wherever the session's cookie changes something. */
const forgeryHeader: JsonObject = {
  name: 'x-renkei-csrf',
  in: 'header',
  required: true,
  schema: { const: '1' },
};

function describeAccess(access: Access): JsonObject {
  return typeof access === 'object' ? { 'x-permission': access.permission } : {};
}

function describeParameters(
  place: 'path' | 'query',
  schema: z.ZodType | undefined,
  components: OpenApiComponents,
): readonly JsonObject[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries<z.ZodType>(schema.shape).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !field.safeParse(undefined).success,
    // After reading: on the wire every parameter is text, which would tell a caller nothing.
    schema: components.describe(field, 'output'),
  }));
}

function describeBody({ body, line, accepts }: RouteDefinition, components: OpenApiComponents): JsonObject {
  if (accepts === 'upload') {
    const file = {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } } };
  }
  if (line !== undefined) {
    const schema = components.describe(line, 'input');
    return { requestBody: { required: true, content: { 'application/x-ndjson': { schema } } } };
  }
  if (body === undefined) return {};
  const schema = components.describe(body, 'input');
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

function describeAnswer(
  { answers = 'json', response, name }: RouteDefinition,
  components: OpenApiComponents,
): JsonObject {
  if (answers === 'bytes') return { description: 'The bytes', content: { 'application/octet-stream': {} } };
  if (answers === 'stream')
    return { description: `The stream of ${name}`, content: { 'text/event-stream': {} } };
  const schema = components.describe(response, 'output');
  return { description: 'Done', content: { 'application/json': { schema } } };
}

/** One answer per status; its description names the codes, each of which has a page of its own. */
function describeRefusals(route: RouteDefinition, components: OpenApiComponents): JsonObject {
  const always: readonly ErrorCode[] = [
    ...(route.access === 'public' ? [] : (['unauthenticated'] as const)),
    ...(typeof route.access === 'object' ? (['forbidden'] as const) : []),
    'invalid_request',
    'internal',
    'store_unavailable',
  ];
  const codes = [...new Set([...always, ...(route.errors ?? [])])];
  const schema = components.describe(refusalSchema, 'output');
  const statuses = [...new Set(codes.map((code) => describeError(code).status))].toSorted((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [
      `${status}`,
      {
        description: codes.filter((code) => describeError(code).status === status).join(', '),
        content: { 'application/problem+json': { schema } },
      },
    ]),
  );
}

/** `interactive_reply` → `InteractiveReplyContent`. */
function componentOf(kind: string): string {
  const words = kind.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Content`;
}
