import { z } from 'zod';
import { wireId } from '../../wire.ts';
import { defineMessageType } from './define.ts';

/** The sender deleted a message for everybody. Comes only from coexistence numbers. */
export const revoke = defineMessageType('revoke', z.looseObject({ original_message_id: wireId }));
