import { z } from 'zod';
import { defineMessageType } from './define.ts';

export const textContent = z.looseObject({ body: z.string() });

export const text = defineMessageType('text', textContent);
