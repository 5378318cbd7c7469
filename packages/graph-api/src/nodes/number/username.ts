import { z } from 'zod';
import { decoration, tolerantList } from '../../wire.ts';
import { listAnswer } from '../paging.ts';

/** 3 to 35 of a-z, 0-9, dot and underscore, with a letter, and no dot at an end or beside another. */
const username = z
  .string()
  .regex(/^(?=.{3,35}$)(?=.*[A-Za-z])(?!www)[A-Za-z0-9_]+(\.[A-Za-z0-9_]+)*$/, {
    error: 'must be 3 to 35 letters, digits, dots and underscores',
  })
  .refine((name) => !/\.(com|net|org|html?)$/i.test(name), { error: 'must not end like a domain' });

/** `POST /{phone-number-id}/username`. (Meta, "Business usernames", 2026) */
export const usernameRequest = z.strictObject({
  username,
  /** Take it from another number of the same business. */
  transfer_action: z.enum(['none', 'force_transfer']).optional(),
});

/** `GET` from the same path; `POST` answers the status alone: approved or reserved. */
export const usernameAnswer = z.looseObject({
  username: decoration(z.string()),
  status: decoration(z.string()),
});

/** `GET /{phone-number-id}/username_suggestions`. */
export const usernameSuggestions = listAnswer(
  z.looseObject({ username_suggestions: tolerantList(z.string()) }),
);
