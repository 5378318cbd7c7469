import * as z from 'zod';
import { languages } from '../localized.ts';
import { emptySchema, idSchema } from '../primitives.ts';
import { roleSchema } from '../roles.ts';
import { defineRoute } from '../route.ts';

export const passwordSchema = z.string().min(10).max(200);
export const emailSchema = z.email().max(254).toLowerCase();
const languageSchema = z.enum(languages);

export const sessionSchema = z.object({
  member: z.object({
    id: idSchema,
    name: z.string(),
    email: z.string(),
    role: roleSchema,
    hasPassword: z.boolean(),
  }),
  workspace: z.object({ id: idSchema, name: z.string() }),
  /** A page to show beside the inbox, such as a virtual phone; null where none is configured. */
  companionUrl: z.string().nullable(),
});
export type Session = z.infer<typeof sessionSchema>;

export const getSession = defineRoute({
  name: 'getSession',
  method: 'GET',
  path: '/v1/session',
  summary: 'Who is signed in',
  access: 'session',
  response: sessionSchema,
});

export const signIn = defineRoute({
  name: 'signIn',
  method: 'POST',
  path: '/v1/session',
  summary: 'Sign in with e-mail address and password',
  access: 'public',
  body: z.object({ email: emailSchema, password: z.string().min(1).max(200) }),
  response: sessionSchema,
  errors: ['sign_in_failed', 'too_many_requests'],
});

export const redeemSignInLink = defineRoute({
  name: 'redeemSignInLink',
  method: 'POST',
  path: '/v1/session/link',
  summary: 'Sign in with a one-time link; the first one also makes a ready world in the given language',
  access: 'public',
  body: z.object({ token: z.string().max(200), language: languageSchema }),
  response: sessionSchema,
  errors: ['sign_in_link_invalid'],
});

export const signOut = defineRoute({
  name: 'signOut',
  method: 'DELETE',
  path: '/v1/session',
  summary: 'Sign out here',
  access: 'session',
  response: emptySchema,
});

export const updateProfile = defineRoute({
  name: 'updateProfile',
  method: 'PATCH',
  path: '/v1/session/profile',
  summary: 'Change the own name, e-mail address or password',
  access: 'session',
  body: z.object({
    name: z.string().min(1).max(120).optional(),
    email: emailSchema.optional(),
    password: passwordSchema.optional(),
    /** Needed to change a password or an address once a password has been set. */
    currentPassword: z.string().max(200).optional(),
  }),
  response: sessionSchema,
  errors: ['email_taken', 'sign_in_failed'],
});
