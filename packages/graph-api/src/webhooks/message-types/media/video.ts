import { defineMessageType } from '../define.ts';
import { captionedMediaObject } from './media-object.ts';

export const video = defineMessageType('video', captionedMediaObject);
