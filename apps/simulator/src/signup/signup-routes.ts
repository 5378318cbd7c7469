import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { refusingProblems } from '../control/onboarding/refusing-problems.ts';
import { requirePhoneNumber } from '../phone/require-phone-number.ts';
import { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import type { Simulation } from '../simulation.ts';
import { connectBusinessApp, offerLink } from '../world/coexistence/connect.ts';
import { chooseAccount } from '../world/onboarding/choose-account.ts';
import { finishSignup } from '../world/onboarding/finish-signup.ts';
import { addNumber } from '../world/registration/add-number.ts';
import { sendCode, verifyNumber } from '../world/registration/verify-number.ts';
import { renderSdk } from './render-sdk.ts';

const choice = z.union([z.strictObject({ id: z.string() }), z.strictObject({ name: z.string().min(1) })]);
const accountSchema = z.strictObject({ portfolio: choice, waba: choice });
const numberSchema = z.strictObject({
  wabaId: z.string(),
  displayPhoneNumber: z.string(),
  verifiedName: z.string().min(2).max(75),
  method: z.enum(['SMS', 'VOICE']),
});
const codeSchema = z.strictObject({ code: z.string() });
const appSchema = z.strictObject({ displayPhoneNumber: z.string(), name: z.string().min(1) });
const linkSchema = z.strictObject({ sharesHistory: z.boolean() });
const connectionSchema = z.strictObject({ wabaId: z.string(), digits: z.string(), code: z.string() });
const finishSchema = z.strictObject({
  appId: z.string(),
  wabaId: z.string(),
  phoneNumberId: z.string().optional(),
  redirectUri: z.string().optional(),
});

const scopes = ['whatsapp_business_management', 'whatsapp_business_messaging'];

/** Stands in for Facebook: its JavaScript SDK, and what the screens of Embedded Signup do. */
export function registerSignupRoutes({ simulation }: Runtime) {
  return async (server: FastifyInstance): Promise<void> => {
    for (const locale of ['en_US', 'ja_JP']) {
      server.get(`/${locale}/sdk.js`, (_request, reply) =>
        reply.type('text/javascript; charset=utf-8').send(renderSdk(locale)),
      );
    }
    addViews(server, simulation);
    addAccountSteps(server, simulation);
    addBusinessAppSteps(server, simulation);
  };
}

function addViews(server: FastifyInstance, { world }: Simulation): void {
  server.get<{ Querystring: { app_id?: string } }>('/signup/state', ({ query }) => {
    const app = world.apps.get(query.app_id ?? '');
    if (!app) throw new Refusal(404, `No app ${query.app_id ?? ''}`);
    return {
      app: { id: app.id, name: app.name },
      messageOrder: world.settings.onboarding.signupMessageOrder,
      portfolios: [...world.portfolios.values()].map(({ id, name }) => ({
        id,
        name,
        wabas: [...world.wabas.values()]
          .filter(({ portfolioId }) => portfolioId === id)
          .map((waba) => ({
            id: waba.id,
            name: waba.name,
            phoneNumbers: [...world.phoneNumbers.values()]
              .filter(({ wabaId, status }) => wabaId === waba.id && status !== 'DELETED')
              .map((number) => ({ id: number.id, displayPhoneNumber: number.displayPhoneNumber })),
          })),
      })),
      businessApps: [...world.businessApps.values()]
        .filter(({ connection }) => connection === undefined)
        .map(({ digits, displayPhoneNumber, name }) => ({ digits, displayPhoneNumber, name })),
    };
  });
}

function addAccountSteps(server: FastifyInstance, simulation: Simulation): void {
  const { world } = simulation;

  server.post('/signup/accounts', ({ body }) =>
    refusingProblems(() => ({ wabaId: chooseAccount(simulation, accountSchema.parse(body)).id })),
  );
  server.post('/signup/numbers', ({ body }) => {
    const { method, ...draft } = numberSchema.parse(body);
    return refusingProblems(() => {
      const phoneNumber = addNumber(simulation, draft);
      sendCode(simulation, phoneNumber, { method, language: 'en_US' });
      return { phoneNumberId: phoneNumber.id };
    });
  });
  server.post<{ Params: { id: string } }>('/signup/numbers/:id/verify', ({ params, body }) => {
    const { code } = codeSchema.parse(body);
    const phoneNumber = requirePhoneNumber(world, params.id);
    refusingProblems(() => verifyNumber(simulation, phoneNumber, code.replace(/\D/g, '')));
    return { verified: true };
  });
  server.post('/signup/finish', ({ body }) => {
    const input = finishSchema.parse(body);
    return refusingProblems(() => finishSignup(simulation, { ...input, scopes }));
  });
}

function addBusinessAppSteps(server: FastifyInstance, simulation: Simulation): void {
  const { world, clock, commit } = simulation;

  // A number nobody knows becomes one with a Business app: the person says that it has one.
  server.post('/signup/business-apps', ({ body }) => {
    const { displayPhoneNumber, name } = appSchema.parse(body);
    const digits = displayPhoneNumber.replace(/\D/g, '');
    if (!/^\d{7,15}$/.test(digits)) throw new Refusal(400, 'A phone number with country code is needed');
    if (!world.businessApps.has(digits)) {
      const app = { digits, displayPhoneNumber, name, sharesHistory: true, openedAt: clock.now() };
      commit({ kind: 'entities', entities: { businessApps: [app] } });
    }
    return { digits };
  });
  server.get<{ Params: { digits: string } }>('/signup/business-apps/:digits', ({ params }) => {
    const app = world.businessApps.get(params.digits);
    if (!app) throw new Refusal(404, `No Business app has the number ${params.digits}`);
    const { displayPhoneNumber, name, sharesHistory, linkCode, connection } = app;
    return { displayPhoneNumber, name, sharesHistory, linkCode, isConnected: connection !== undefined };
  });
  server.post<{ Params: { digits: string } }>('/signup/business-apps/:digits/link', ({ params, body }) => {
    const { sharesHistory } = linkSchema.parse(body);
    return refusingProblems(() => {
      const offered = { ...offerLink(simulation, params.digits), sharesHistory };
      commit({ kind: 'entities', entities: { businessApps: [offered] } });
      return { linkCode: offered.linkCode };
    });
  });
  server.post('/signup/connections', ({ body }) => {
    const { wabaId, digits, code } = connectionSchema.parse(body);
    return refusingProblems(() => ({
      phoneNumberId: connectBusinessApp(simulation, { wabaId, digits, linkCode: code }).id,
    }));
  });
}
