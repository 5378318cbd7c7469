import { z } from 'zod';
import { createRequests } from '../api/requests.ts';

const phoneNumber = z.object({ id: z.string(), displayPhoneNumber: z.string() });
const waba = z.object({ id: z.string(), name: z.string(), phoneNumbers: z.array(phoneNumber) });
const stateSchema = z.object({
  app: z.object({ id: z.string(), name: z.string() }),
  messageOrder: z.enum(['before', 'after']),
  portfolios: z.array(z.object({ id: z.string(), name: z.string(), wabas: z.array(waba) })),
  businessApps: z.array(z.object({ digits: z.string(), displayPhoneNumber: z.string(), name: z.string() })),
});
const appSchema = z.object({
  displayPhoneNumber: z.string(),
  name: z.string(),
  sharesHistory: z.boolean(),
  linkCode: z.string().optional(),
  isConnected: z.boolean(),
});
const eventSchema = z.object({
  type: z.string(),
  event: z.string(),
  data: z.record(z.string(), z.unknown()),
});

/** What the first screen can choose from. */
export type SignupState = z.infer<typeof stateSchema>;
export type SessionEvent = z.infer<typeof eventSchema>;
export type Choice = Readonly<{ id: string } | { name: string }>;

const { request, post } = createRequests((input, init) => fetch(input, init));

/** What the screens ask the simulator for. */
export const signupApi = {
  getState: (appId: string) => request(`/signup/state?app_id=${encodeURIComponent(appId)}`, stateSchema),
  chooseAccount: (input: Readonly<{ portfolio: Choice; waba: Choice }>) =>
    post('/signup/accounts', input, z.object({ wabaId: z.string() })),
  addNumber: (
    input: Readonly<{ wabaId: string; displayPhoneNumber: string; verifiedName: string; method: string }>,
  ) => post('/signup/numbers', input, z.object({ phoneNumberId: z.string() })),
  verify: (phoneNumberId: string, code: string) =>
    post(`/signup/numbers/${phoneNumberId}/verify`, { code }, z.object({ verified: z.boolean() })),
  findApp: (input: Readonly<{ displayPhoneNumber: string; name: string }>) =>
    post('/signup/business-apps', input, z.object({ digits: z.string() })),
  getApp: (digits: string) => request(`/signup/business-apps/${digits}`, appSchema),
  link: (digits: string, sharesHistory: boolean) =>
    post(`/signup/business-apps/${digits}/link`, { sharesHistory }, z.object({ linkCode: z.string() })),
  connect: (input: Readonly<{ wabaId: string; digits: string; code: string }>) =>
    post('/signup/connections', input, z.object({ phoneNumberId: z.string() })),
  finish: (
    input: Readonly<{
      appId: string;
      wabaId: string;
      phoneNumberId: string | undefined;
      redirectUri: string | undefined;
    }>,
  ) => post('/signup/finish', input, z.object({ code: z.string(), event: eventSchema })),
};
