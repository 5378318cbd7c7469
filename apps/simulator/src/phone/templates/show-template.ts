import { z } from 'zod';
import type { Template } from '../../world/entities.ts';
import { codeTexts } from '../../world/templates/code-texts.ts';
import { fillText } from '../../world/templates/template-text.ts';
import { type ShownButton, showButton } from './show-button.ts';
import { type SentPart, sentPartsSchema, type TemplatePart, templatePartsSchema } from './template-parts.ts';

/** A template as the person sees it; media of headers stay as the send gave them. */
export interface ShownTemplate extends ShownCard {
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly footer?: string | undefined;
  /** A limited-time offer: `expiresAt` in world ms. */
  readonly offer?: { readonly text: string; readonly expiresAt?: number | undefined } | undefined;
  readonly cards?: readonly ShownCard[] | undefined;
  /** True when the template asks for permission to call. */
  readonly asksForCalls?: true;
}

interface ShownCard {
  /** A text, or an object with the medium, place or product under its type. */
  readonly header?: unknown;
  readonly body: string;
  readonly buttons: readonly ShownButton[];
}

/** The definition with the parameters of a send filled in. What the send left out stays as the definition has it. */
export function showTemplate(template: Template, content: unknown): ShownTemplate {
  const parts = templatePartsSchema.parse(template.components);
  const sent = readSentParts(content);
  const offer = parts.find(({ type }) => type === 'LIMITED_TIME_OFFER')?.limited_time_offer;
  const cards = parts.find(({ type }) => type === 'CAROUSEL')?.cards;
  const sentCards = sent.find(({ type }) => type === 'carousel')?.cards ?? [];
  return {
    name: template.name,
    language: template.language,
    category: template.category,
    ...showCard(parts, sent, template),
    footer: showFooter(parts, template),
    ...(offer ? { offer: { text: offer.text ?? '', expiresAt: readExpiry(sent) } } : {}),
    ...(cards
      ? {
          cards: cards.map(({ components }, index) =>
            showCard(
              templatePartsSchema.parse(components),
              sentPartsSchema.catch([]).parse(findCard(sentCards, index)),
              template,
            ),
          ),
        }
      : {}),
    ...(parts.some(({ type }) => type === 'CALL_PERMISSION_REQUEST') ? { asksForCalls: true } : {}),
  };
}

function readSentParts(content: unknown): readonly SentPart[] {
  const parsed = z.looseObject({ components: sentPartsSchema.default([]) }).safeParse(content);
  return parsed.success ? parsed.data.components : [];
}

function findCard(cards: NonNullable<SentPart['cards']>, index: number): readonly unknown[] {
  return (cards.find(({ card_index: sentIndex }) => sentIndex === index) ?? cards[index])?.components ?? [];
}

function showCard(parts: readonly TemplatePart[], sent: readonly SentPart[], template: Template): ShownCard {
  const find = (type: string) => parts.find((part) => part.type === type);
  const parameters = sent.find(({ type }) => type === 'body')?.parameters ?? [];
  const body = find('BODY');
  const header = find('HEADER');
  return {
    ...(header ? { header: showHeader(header, sent) } : {}),
    body: body ? fillText(body.text ?? codeTexts(template.language).body(body), parameters) : '',
    buttons: find('BUTTONS')?.buttons?.map((button, index) => showButton(button, index, sent)) ?? [],
  };
}

function showHeader({ text, format }: TemplatePart, sent: readonly SentPart[]): unknown {
  const parameters = sent.find(({ type }) => type === 'header')?.parameters ?? [];
  if (text !== undefined) return fillText(text, parameters);
  // A product or a place may be shown without anything sent for it.
  return parameters[0] ?? { [(format ?? 'text').toLowerCase()]: {} };
}

function showFooter(parts: readonly TemplatePart[], template: Template): string | undefined {
  const footer = parts.find(({ type }) => type === 'FOOTER');
  const minutes = footer?.code_expiration_minutes;
  return footer?.text ?? (minutes === undefined ? undefined : codeTexts(template.language).expiry(minutes));
}

function readExpiry(sent: readonly SentPart[]): number | undefined {
  const parameters = sent.find(({ type }) => type === 'limited_time_offer')?.parameters ?? [];
  return parameters[0]?.limited_time_offer?.expiration_time_ms;
}
