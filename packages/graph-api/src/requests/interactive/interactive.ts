import { z } from 'zod';
import { ctaUrlMessage } from './cta-url.ts';
import { listMessage } from './list.ts';
import { locationRequestMessage } from './location-request.ts';
import { replyButtonsMessage } from './reply-buttons.ts';

export const interactiveContent = z.discriminatedUnion('type', [
  replyButtonsMessage,
  listMessage,
  ctaUrlMessage,
  locationRequestMessage,
]);
