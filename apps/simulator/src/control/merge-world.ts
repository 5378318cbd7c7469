import { defined } from '../defined.ts';
import type { App, Customer, PhoneNumber, Portfolio, Template, Waba } from '../world/entities.ts';
import type { Entities } from '../world/records/entities.ts';
import { shippedTemplates } from '../world/templates/shipped/shipped-templates.ts';
import type { Random } from '../world/time/random.ts';
import { countryOf } from '../world/user-id.ts';
import { subscriptionKey, type World } from '../world/world.ts';
import { mergeResellers } from './merge-resellers.ts';
import { makeBusinessApp, makePast } from './onboarding/business-app-input.ts';
import type {
  AppInput,
  CustomerInput,
  ParsedWorld,
  PhoneNumberInput,
  TemplateInput,
  WabaInput,
} from './world-input.ts';

interface Context {
  readonly world: World;
  readonly random: Random;
  readonly now: number;
}

const idLength = 15;
const defaultScopes = ['whatsapp_business_messaging', 'whatsapp_business_management', 'catalog_management'];
const userTokenLifeMs = 60 * 24 * 60 * 60 * 1000;

/** What has to be written so that the world holds the input, every omission filled with a sane default. */
export function mergeWorld(context: Context, input: ParsedWorld): Entities {
  const { world } = context;
  const portfolios = (input.portfolios ?? []).map((given) => mergePortfolio(context, given));
  const isPortfolioMissing = portfolios.length === 0 && world.portfolios.size === 0 && input.wabas?.length;
  if (isPortfolioMissing) portfolios.push(defaultPortfolio(context.random.digits(idLength)));
  const portfolioId = portfolios[0]?.id ?? world.portfolios.keys().next().value ?? '';
  const wabas = (input.wabas ?? []).map((given) => mergeWaba(context, given, portfolioId));
  const apps = (input.apps ?? []).map((given) => mergeApp(context, given));
  const unconnected = (input.businessApps ?? []).map((given) => {
    const app = makeBusinessApp(context, given);
    return { app, past: makePast(context, app.digits, given) };
  });
  const entities = {
    portfolios,
    creditLines: (input.portfolios ?? []).flatMap(({ creditLine }, index) =>
      creditLine
        ? [
            {
              id: creditLine.id ?? context.random.digits(idLength),
              portfolioId: portfolios[index]?.id ?? portfolioId,
              legalEntityName: creditLine.legalEntityName,
            },
          ]
        : [],
    ),
    wabas: wabas.map(({ waba }) => waba),
    phoneNumbers: wabas.flatMap(({ phoneNumbers }) => phoneNumbers),
    templates: wabas.flatMap(({ templates }) => templates),
    apps: apps.map(({ app }) => app),
    tokens: apps.flatMap(({ token }) => token),
    subscriptions: subscriptionsFor(world, wabas, apps),
    customers: (input.customers ?? []).map((given) => mergeCustomer(context, given)),
    businessApps: [
      ...wabas.flatMap(({ businessApps }) => businessApps),
      ...unconnected.map(({ app }) => app),
    ],
    businessPasts: [...wabas.flatMap(({ pasts }) => pasts), ...unconnected.map(({ past }) => past)],
  };
  return mergeResellers(context, entities, input.resellers ?? []);
}

function mergePortfolio(
  { world, random }: Context,
  { creditLine: _creditLine, ...given }: NonNullable<ParsedWorld['portfolios']>[number],
): Portfolio {
  return {
    ...defaultPortfolio(given.id ?? random.digits(idLength)),
    ...existing(world.portfolios, given.id),
    ...defined(given),
  };
}

function defaultPortfolio(id: string): Portfolio {
  return { id, name: 'Simulated Business', verificationStatus: 'verified', messagingLimit: 'TIER_UNLIMITED' };
}

function mergeWaba(context: Context, given: WabaInput, portfolioId: string) {
  const { world, random } = context;
  const { phoneNumbers = [], templates = [], subscribedApps, shippedTemplates: shipped, ...own } = given;
  const before = existing(world.wabas, given.id);
  const waba: Waba = {
    id: given.id ?? random.digits(idLength),
    portfolioId,
    name: 'Simulated WABA',
    currency: 'USD',
    country: 'JP',
    timezoneId: '1',
    ...before,
    ...defined(own),
  };
  const numbers = phoneNumbers.map((number, index) => mergeNumber(context, number, waba, index));
  const added = before || shipped === false ? templates : [...shippedTemplates, ...templates];
  return {
    waba,
    isNew: before === undefined,
    subscribedApps,
    phoneNumbers: numbers.map(({ phoneNumber }) => phoneNumber),
    businessApps: numbers.flatMap(({ app }) => app),
    pasts: numbers.flatMap(({ past }) => past),
    templates: added.map((template) => mergeTemplate(context, template, waba)),
  };
}

/** With the Business app it lives in, when something is said of that. */
function mergeNumber(
  context: Context,
  { businessApp, ...given }: PhoneNumberInput,
  waba: Waba,
  index: number,
) {
  if (!businessApp) {
    return { phoneNumber: mergePhoneNumber(context, given, waba, index), app: [], past: [] };
  }
  const phoneNumber = mergePhoneNumber(context, { ...given, onBusinessApp: true }, waba, index);
  const { digits, displayPhoneNumber, verifiedName: name } = phoneNumber;
  const app = makeBusinessApp(context, { displayPhoneNumber, name, ...businessApp });
  return {
    phoneNumber,
    app: [{ ...context.world.businessApps.get(digits), ...app }],
    past: [makePast(context, digits, businessApp)],
  };
}

function mergePhoneNumber(
  { world, random, now }: Context,
  given: Omit<PhoneNumberInput, 'businessApp'>,
  waba: Waba,
  index: number,
): PhoneNumber {
  const before = existing(world.phoneNumbers, given.id);
  const displayPhoneNumber =
    given.displayPhoneNumber ?? before?.displayPhoneNumber ?? `+81 3-5550-${random.digits(4)}`;
  return {
    id: given.id ?? random.digits(idLength),
    verifiedName: waba.name,
    qualityRating: 'GREEN',
    nameStatus: 'APPROVED',
    codeVerificationStatus: 'VERIFIED',
    status: 'CONNECTED',
    throughputLevel: 'STANDARD',
    accountMode: 'LIVE',
    registered: true,
    onBusinessApp: false,
    // Spread by their place in the list, so that "last onboarded first" is a definite order.
    lastOnboardedAt: now - index * 1000,
    ...before,
    ...defined(given),
    wabaId: waba.id,
    displayPhoneNumber,
    digits: displayPhoneNumber.replace(/\D/g, ''),
  };
}

function mergeTemplate({ world, random }: Context, given: TemplateInput, waba: Waba): Template {
  const before = [...world.templates.values()].find(
    ({ wabaId, name, language }) => wabaId === waba.id && name === given.name && language === given.language,
  );
  return {
    id: given.id ?? before?.id ?? random.digits(16),
    category: 'UTILITY',
    status: 'APPROVED',
    parameterFormat: 'POSITIONAL',
    ...before,
    ...defined(given),
    name: given.name,
    language: given.language,
    components: given.components,
    wabaId: waba.id,
  };
}

function mergeApp({ world, random, now }: Context, given: AppInput) {
  const { accessToken, scopes, wabaIds, tokenKind, ...own } = given;
  const before = existing(world.apps, given.id);
  const app: App = {
    id: given.id ?? random.digits(idLength),
    name: 'Simulated App',
    secret: random.hex(32).toLowerCase(),
    fields: ['messages'],
    webhookVersion: 'v25.0',
    requireAppSecretProof: false,
    ...before,
    ...defined(own),
  };
  const needsToken = accessToken !== undefined || before === undefined;
  const token = {
    token: accessToken ?? `EAA${random.base62(120)}`,
    appId: app.id,
    wabaIds,
    scopes: scopes ?? defaultScopes,
    kind: tokenKind,
    userId: random.digits(15),
    issuedAt: now,
    ...(tokenKind === 'USER' ? { expiresAt: now + userTokenLifeMs } : {}),
  };
  return { app, isNew: before === undefined, token: needsToken ? [token] : [] };
}

function mergeCustomer({ world, random }: Context, given: CustomerInput): Customer {
  const { failCode, ...own } = given;
  const before = existing(world.customers, given.waId);
  return {
    name: `+${given.waId}`,
    userId: `${countryOf(given.waId)}.${random.digits(20)}`,
    phoneHidden: false,
    online: true,
    undeliverable: false,
    blocked: false,
    readReceipts: true,
    ...before,
    ...defined(own),
    waId: given.waId,
    failCode: failCode === undefined ? before?.failCode : (failCode ?? undefined),
  };
}

/** The named apps; without a list every pair of which one side is new. */
function subscriptionsFor(
  world: World,
  wabas: readonly ReturnType<typeof mergeWaba>[],
  apps: readonly ReturnType<typeof mergeApp>[],
) {
  const appIds = [...new Set([...world.apps.keys(), ...apps.map(({ app }) => app.id)])];
  const newAppIds = apps.filter(({ isNew }) => isNew).map(({ app }) => app.id);
  const listed = wabas.flatMap(({ waba, isNew, subscribedApps }) =>
    (subscribedApps ?? (isNew ? appIds : newAppIds)).map((appId) => ({ appId, wabaId: waba.id })),
  );
  const named = new Set(wabas.map(({ waba }) => waba.id));
  const others = [...world.wabas.keys()].filter((wabaId) => !named.has(wabaId));
  const joined = others.flatMap((wabaId) => newAppIds.map((appId) => ({ appId, wabaId })));
  return [...listed, ...joined].filter(
    ({ appId, wabaId }) => !world.subscriptions.has(subscriptionKey(appId, wabaId)),
  );
}

function existing<Value>(map: ReadonlyMap<string, Value>, key: string | undefined): Value | undefined {
  return key === undefined ? undefined : map.get(key);
}
