import type { Simulation } from '../../../simulation.ts';
import type { App, PhoneNumber } from '../../../world/entities.ts';
import type { InboundMessage } from '../../../world/messages/messages.ts';
import type { InboundUpdate, StatusUpdate, Update } from '../../../world/updates.ts';
import { getInbound, getOutbound, type World } from '../../../world/world.ts';
import { twilioCodeOf } from '../codes.ts';
import { mediaSid, messageSid } from '../sids.ts';

type Form = Readonly<Record<string, string | undefined>>;

/** The form that tells of one update. (Twilio, "Messaging webhooks", 2026-11) */
export function renderTwilioForm(simulation: Simulation, app: App, updates: readonly Update[]): string {
  const [update] = updates;
  if (!update || app.reseller?.kind !== 'twilio') return '';
  const { accountSid } = app.reseller;
  const form = {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    ...renderUpdate(simulation, update, accountSid),
  };
  return new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as [string, string]],
    ),
  ).toString();
}

function renderUpdate(simulation: Simulation, update: Update, accountSid: string): Form {
  if (update.kind === 'inbound') return renderInbound(simulation, update, accountSid);
  return update.kind === 'status' ? renderStatus(simulation.world, update) : {};
}

/** Twilio's word for how far a message has come. */
const statuses: Readonly<Record<string, string>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'undelivered',
};

function renderStatus(world: World, { messageId, status }: StatusUpdate): Form {
  const state = getOutbound(world, messageId);
  if (!state) return {};
  const { message, errors } = state;
  const word = statuses[status];
  const failure = status === 'failed' ? errors?.[0] : undefined;
  return {
    ChannelPrefix: 'whatsapp',
    MessageSid: message.id,
    SmsSid: message.id,
    MessageStatus: word,
    SmsStatus: word,
    To: `whatsapp:+${message.waId}`,
    From: addressOf(world.phoneNumbers.get(message.phoneNumberId)),
    ...(status === 'read' || status === 'played' ? { EventType: 'READ' } : {}),
    ...(failure
      ? { ErrorCode: String(twilioCodeOf(failure.code)), ChannelStatusMessage: failure.error_data.details }
      : {}),
  };
}

function renderInbound(
  { world, origin }: Simulation,
  { messageId }: InboundUpdate,
  accountSid: string,
): Form {
  const message = getInbound(world, messageId)?.message;
  if (!message) return {};
  const sid = messageSid(message.id);
  const customer = world.customers.get(message.waId);
  return {
    MessageSid: sid,
    SmsSid: sid,
    SmsMessageSid: sid,
    SmsStatus: 'received',
    From: `whatsapp:+${message.waId}`,
    To: addressOf(world.phoneNumbers.get(message.phoneNumberId)),
    WaId: message.waId,
    ProfileName: customer?.name,
    NumSegments: '1',
    NumMedia: '0',
    MessageType: message.type,
    ...(message.contextId ? { OriginalRepliedMessageSid: messageSid(message.contextId) } : {}),
    ...renderContent(world, message, `${origin()}/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Media`),
    ...renderReferral(message.extra?.referral),
  };
}

/** Every key of the content, as text. */
function textsOf(content: unknown): Form {
  if (typeof content !== 'object' || content === null) return {};
  return Object.fromEntries(
    Object.entries(content).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [],
    ),
  );
}

type Render = (message: InboundMessage, world: World, mediaBase: string) => Form;

const renderFile: Render = ({ content }, world, mediaBase) => {
  const { id = '', caption, filename } = textsOf(content);
  const media = world.media.get(id);
  return {
    NumMedia: '1',
    MediaUrl0: `${mediaBase}/${mediaSid(id)}`,
    MediaContentType0: media?.mimeType.split(';')[0],
    Body: caption ?? filename ?? '',
  };
};

const contents: Readonly<Record<string, Render>> = {
  text: ({ content }) => ({ Body: textsOf(content).body }),
  image: renderFile,
  video: renderFile,
  audio: renderFile,
  document: renderFile,
  sticker: renderFile,
  location({ content }) {
    const { latitude, longitude, name, address } = textsOf(content);
    return { Body: '', Latitude: latitude, Longitude: longitude, Label: name, Address: address };
  },
  button({ content }) {
    const { payload, text } = textsOf(content);
    return { Body: text, ButtonPayload: payload, ButtonText: text };
  },
  interactive({ content }) {
    const { type, ...replies } = { type: '', ...Object(content) };
    const { id, title, description } = textsOf(replies[type]);
    if (type === 'button_reply') return { Body: title, ButtonPayload: id, ButtonText: title };
    if (type === 'list_reply')
      return { Body: title, ListId: id, ListTitle: title, ListDescription: description };
    return { Body: '' };
  },
};

function renderContent(world: World, message: InboundMessage, mediaBase: string): Form {
  return contents[message.type]?.(message, world, mediaBase) ?? { Body: '' };
}

function renderReferral(referral: unknown): Form {
  const { source_id, source_type, source_url, headline, body, ctwa_clid } = textsOf(referral);
  return {
    ReferralSourceId: source_id,
    ReferralSourceType: source_type,
    ReferralSourceUrl: source_url,
    ReferralHeadline: headline,
    ReferralBody: body,
    ReferralCtwaClid: ctwa_clid,
  };
}

function addressOf(number: PhoneNumber | undefined): string {
  return `whatsapp:+${number?.digits ?? ''}`;
}
