import type { ProviderReferences } from '../../../port.ts';
import type { TwilioOutbound } from './define.ts';
import { findBodyFault } from './limits.ts';

/** Twilio fetches files from an address of ours; which kind it is, it sees by the type that our answer names. */
function mediaUrl(
  mediaId: string,
  { providerMediaIds }: ProviderReferences,
): Readonly<Record<string, string>> {
  const url = providerMediaIds?.get(mediaId);
  return url === undefined ? {} : { MediaUrl: url };
}

interface Captioned {
  readonly mediaId: string;
  readonly caption?: string | undefined;
}

const captioned = {
  findFault: ({ caption }: Captioned) => findBodyFault('caption', caption),
  toForm: ({ mediaId, caption }: Captioned, references: ProviderReferences) => ({
    ...mediaUrl(mediaId, references),
    ...(caption ? { Body: caption } : {}),
  }),
};

export const outboundImage: TwilioOutbound<'image'> = captioned;
export const outboundVideo: TwilioOutbound<'video'> = captioned;
export const outboundDocument: TwilioOutbound<'document'> = captioned;

export const outboundAudio: TwilioOutbound<'audio'> = {
  findFault: () => undefined,
  toForm: ({ mediaId }, references) => mediaUrl(mediaId, references),
};

export const outboundSticker: TwilioOutbound<'sticker'> = {
  findFault: () => undefined,
  toForm: ({ mediaId }, references) => mediaUrl(mediaId, references),
};
