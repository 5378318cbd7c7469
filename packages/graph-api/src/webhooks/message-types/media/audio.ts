import { z } from 'zod';
import { decoration } from '../../../wire.ts';
import { defineMessageType } from '../define.ts';
import { mediaObject } from './media-object.ts';

/** `voice` tells a recorded voice message from an audio file. */
export const audio = defineMessageType('audio', mediaObject.extend({ voice: decoration(z.boolean()) }));
