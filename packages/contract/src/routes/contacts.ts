import * as z from 'zod';
import { cursorSchema, idSchema, instantSchema, pageOf } from '../primitives.ts';
import { defineRoute } from '../route.ts';

export const identityKinds = ['phone', 'wa_id', 'business_scoped_user_id', 'group_id'] as const;
export const identitySchema = z.object({ kind: z.enum(identityKinds), value: z.string() });
export type Identity = z.infer<typeof identitySchema>;

export const contactSchema = z.object({
  id: idSchema,
  /** The member's name for the contact, else the profile name, else username, number or id. Never empty. */
  name: z.string(),
  givenName: z.string().nullable(),
  profileName: z.string().nullable(),
  username: z.string().nullable(),
  /** E.164 with +; null while WhatsApp hides the number. */
  phoneNumber: z.string().nullable(),
  identities: z.array(identitySchema),
  note: z.string(),
  createdAt: instantSchema,
});
export type Contact = z.infer<typeof contactSchema>;

const contactParams = z.object({ contactId: idSchema });

export const listContacts = defineRoute({
  name: 'listContacts',
  method: 'GET',
  path: '/v1/contacts',
  summary: 'Contacts by name',
  access: { permission: 'contact.read' },
  query: z.object({ search: z.string().max(200).optional(), cursor: cursorSchema.optional() }),
  response: pageOf(contactSchema),
});

export const getContact = defineRoute({
  name: 'getContact',
  method: 'GET',
  path: '/v1/contacts/:contactId',
  summary: 'One contact with its identities',
  access: { permission: 'contact.read' },
  params: contactParams,
  response: contactSchema,
  errors: ['not_found'],
});

export const updateContact = defineRoute({
  name: 'updateContact',
  method: 'PATCH',
  path: '/v1/contacts/:contactId',
  summary: 'Give a contact a name or a note',
  access: { permission: 'contact.write' },
  params: contactParams,
  body: z.object({
    givenName: z.string().trim().max(120).nullable().optional(),
    note: z.string().max(4000).optional(),
  }),
  response: contactSchema,
  errors: ['not_found'],
});
