import type { JsonObject } from '../../entities.ts';

export interface ShippedTemplate {
  readonly name: string;
  readonly language: string;
  readonly category: 'UTILITY' | 'MARKETING' | 'AUTHENTICATION';
  readonly parameterFormat?: 'POSITIONAL' | 'NAMED';
  readonly components: JsonObject[];
}

export const body = (text: string, ...example: readonly string[]): JsonObject => ({
  type: 'BODY',
  text,
  ...(example.length > 0 ? { example: { body_text: [example] } } : {}),
});
export const header = (text: string): JsonObject => ({ type: 'HEADER', format: 'TEXT', text });
export const footer = (text: string): JsonObject => ({ type: 'FOOTER', text });
export const quickReplies = (...texts: readonly string[]): JsonObject => ({
  type: 'BUTTONS',
  buttons: texts.map((text) => ({ type: 'QUICK_REPLY', text })),
});
export const imageHeader: JsonObject = {
  type: 'HEADER',
  format: 'IMAGE',
  example: { header_handle: ['https://scontent.whatsapp.net/v/t61.29466-34/example.jpg'] },
};
