import type { Simulation } from '../../simulation.ts';
import type { JsonObject } from '../../world/entities.ts';
import { componentsOf } from './content.ts';
import { idOf } from './sids.ts';
import { TwilioError } from './twilio-error.ts';

const longestBody = 1_600;

/** The parameters of a message, in Meta's words. Throws what Twilio says at once. */
export async function toGraphBody(simulation: Simulation, form: URLSearchParams): Promise<JsonObject> {
  const body = form.get('Body') ?? '';
  if ([...body].length > longestBody) {
    throw new TwilioError(21617, `The concatenated message body exceeds the ${longestBody} character limit`);
  }
  const envelope = {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: digitsOf(form.get('To')),
  };
  return { ...envelope, ...(await contentOf(simulation, form, body)) };
}

async function contentOf(simulation: Simulation, form: URLSearchParams, body: string): Promise<JsonObject> {
  const contentSid = form.get('ContentSid');
  if (contentSid !== null) return templateOf(simulation, contentSid, form.get('ContentVariables'));
  const mediaUrls = form.getAll('MediaUrl');
  if (mediaUrls.length > 1) throw new TwilioError(21623, 'Number of media files exceeds allowed limit');
  if (mediaUrls[0] !== undefined) return await mediaOf(mediaUrls[0], body);
  const place = form.getAll('PersistentAction').find((action) => action.startsWith('geo:'));
  if (place !== undefined) return locationOf(place, body);
  if (body === '') throw new TwilioError(21619, 'A text message body or media urls must be specified.');
  return { type: 'text', text: { body } };
}

function templateOf({ world }: Simulation, sid: string, variables: string | null): JsonObject {
  const template = world.templates.get(idOf(sid));
  if (!/^HX[0-9a-f]{32}$/.test(sid) || !template) {
    throw new TwilioError(21655, `The ContentSid ${sid} is Invalid`);
  }
  return {
    type: 'template',
    template: {
      name: template.name,
      language: { code: template.language },
      components: componentsOf(template, readVariables(variables)),
    },
  };
}

function readVariables(text: string | null): Readonly<Record<string, string>> {
  if (text === null || text === '') return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error('no object');
    return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, String(value)]));
  } catch {
    throw new TwilioError(21656, 'The ContentVariables Parameter is invalid');
  }
}

/** What the address answers with decides the kind, as at Twilio. */
async function mediaOf(link: string, body: string): Promise<JsonObject> {
  if (!URL.canParse(link) || !/^https?:$/.test(new URL(link).protocol)) {
    throw new TwilioError(21620, `Invalid media URL(s): ${link}`);
  }
  const kind = kindOf(await readType(link));
  const takesCaption = kind !== 'audio' && kind !== 'sticker';
  return { type: kind, [kind]: { link, ...(takesCaption && body !== '' ? { caption: body } : {}) } };
}

/** Undefined: it cannot be fetched, which is told later. */
async function readType(link: string): Promise<string | undefined> {
  try {
    const response = await fetch(link, { signal: AbortSignal.timeout(10_000) });
    await response.body?.cancel();
    return response.headers.get('content-type')?.split(';')[0];
  } catch {
    return undefined;
  }
}

function kindOf(type: string | undefined): string {
  if (type === 'image/webp') return 'sticker';
  const [family = ''] = type?.split('/') ?? [];
  return ['image', 'video', 'audio'].includes(family) ? family : 'document';
}

function locationOf(action: string, body: string): JsonObject {
  const match = /^geo:(-?[\d.]+),(-?[\d.]+)(?:\|(.*))?$/.exec(action);
  if (!match) throw new TwilioError(63030, `Invalid PersistentAction: ${action}`);
  const [, latitude, longitude, label] = match;
  return {
    type: 'location',
    location: {
      latitude: Number(latitude),
      longitude: Number(longitude),
      ...(body === '' ? {} : { name: body }),
      ...(label ? { address: label } : {}),
    },
  };
}

function digitsOf(to: string | null): string {
  if (to === null || to === '') throw new TwilioError(21604, "A 'To' phone number is required.");
  const digits = /^whatsapp:\+(\d{6,15})$/.exec(to)?.[1];
  if (digits === undefined) throw new TwilioError(21211, `Invalid 'To' Phone Number: ${to}`);
  return `+${digits}`;
}
