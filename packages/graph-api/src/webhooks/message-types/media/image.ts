import { defineMessageType } from '../define.ts';
import { captionedMediaObject } from './media-object.ts';

export const image = defineMessageType('image', captionedMediaObject);
