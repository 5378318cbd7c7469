import { describe, expectTypeOf, it } from 'vitest';
import type {
  InboundMessage,
  InboundMessageType,
  InteractiveType,
  MessageCommon,
  ReadableMessage,
  SendMessageRequestOf,
  TemplateDefinition,
  WebhookReading,
  WebhookValue,
} from './index.ts';

describe('the public types', () => {
  it('tell messages apart by ok and type', () => {
    type Text = Extract<InboundMessage, { ok: true; type: 'text' }>;
    expectTypeOf<Text>().toEqualTypeOf<ReadableMessage<'text'>>();
    expectTypeOf<Text['content']['body']>().toBeString();
    expectTypeOf<ReadableMessage['type']>().toEqualTypeOf<InboundMessageType>();
  });

  it('give every message its common part, except a malformed one', () => {
    expectTypeOf<ReadableMessage['common']>().toEqualTypeOf<MessageCommon>();
    type Malformed = Extract<InboundMessage, { reason: 'malformed' }>;
    expectTypeOf<Malformed['common']>().toBeUndefined();
  });

  it('tell values apart by field', () => {
    type Security = Extract<WebhookReading, { ok: true; field: 'security' }>;
    expectTypeOf<Security['value']>().toEqualTypeOf<WebhookValue<'security'>>();
    expectTypeOf<Security['value']['event']>().toBeString();
  });

  it('name the request of one message type', () => {
    expectTypeOf<SendMessageRequestOf<'text'>['text']['body']>().toBeString();
    expectTypeOf<SendMessageRequestOf<'reaction'>>().not.toHaveProperty('context');
  });

  it('name the interactive message and the template definition of one kind', () => {
    type Flow = Extract<SendMessageRequestOf<'interactive'>['interactive'], { type: 'flow' }>;
    expectTypeOf<Flow['action']['parameters']['flow_cta']>().toBeString();
    expectTypeOf<'contact_request'>().not.toExtend<InteractiveType>();
    type Authentication = Extract<TemplateDefinition, { category: 'AUTHENTICATION' }>;
    expectTypeOf<Authentication['components'][number]['type']>().toEqualTypeOf<
      'BODY' | 'FOOTER' | 'BUTTONS'
    >();
  });

  it('keep quotes away from pins', () => {
    expectTypeOf<SendMessageRequestOf<'pin'>>().not.toHaveProperty('context');
  });
});
