import type { JsonObject, Template } from '../../world/entities.ts';
import { codeTexts } from '../../world/templates/code-texts.ts';
import type { World } from '../../world/world.ts';

type Show = (part: JsonObject, context: Context) => JsonObject;

interface Context {
  readonly world: World;
  readonly origin: string;
  readonly template: Template;
}

/** Parts that read otherwise than they were written. */
const shows: Readonly<Record<string, Show>> = {
  HEADER: showHeader,
  BODY: showBody,
  FOOTER: showFooter,
  BUTTONS: showButtons,
  CAROUSEL: (part, context) => ({
    ...part,
    cards: listOf(part.cards).map((card) => showCard(card, context)),
  }),
};

/**
 * A template's components as Graph reads them out: uploaded handles have become addresses of Meta's picture host, and
 * authentication templates show the words that are Meta's own, their button as a URL.
 */
export function showComponents(world: World, origin: string, template: Template): readonly JsonObject[] {
  return showParts(template.components, { world, origin, template });
}

function showParts(parts: readonly JsonObject[], context: Context): JsonObject[] {
  return parts.map((part) => {
    const type = String(part.type).toUpperCase();
    const show = shows[type];
    return show ? show({ ...part, type }, context) : part;
  });
}

function showCard(card: JsonObject, context: Context): JsonObject {
  return { ...card, components: showParts(listOf(card.components), context) };
}

function showHeader(part: JsonObject, { world, origin }: Context): JsonObject {
  const example = isObject(part.example) ? part.example : {};
  if (!Array.isArray(example.header_handle)) return part;
  const urls = example.header_handle.map((handle) => {
    const uploaded = world.handles.get(String(handle));
    return uploaded ? new URL(`/whatsapp_business/pictures/${uploaded.sha256}`, origin).href : handle;
  });
  return { ...part, example: { ...example, header_handle: urls } };
}

function showBody(part: JsonObject, { template }: Context): JsonObject {
  if (template.category !== 'AUTHENTICATION' || part.text !== undefined) return part;
  const text = codeTexts(template.language).body(part);
  return { ...part, text, example: { body_text: [['123456']] } };
}

function showFooter(part: JsonObject, { template }: Context): JsonObject {
  const minutes = part.code_expiration_minutes;
  if (typeof minutes !== 'number' || part.text !== undefined) return part;
  return { ...part, text: codeTexts(template.language).expiry(minutes) };
}

const codeAddress = 'https://www.whatsapp.com/otp/code/';

function showButtons(part: JsonObject, context: Context): JsonObject {
  const buttons = listOf(part.buttons).map((button) => {
    if (String(button.type).toUpperCase() !== 'OTP') return button;
    const url = `${codeAddress}?otp_type=${String(button.otp_type)}&code=otp`;
    const text = button.text ?? codeTexts(context.template.language).copy;
    return { type: 'URL', text, url: `${url}{{1}}`, example: [`${url}123456`] };
  });
  return { ...part, buttons };
}

function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
