import type { Signup } from '../accounts/signup.ts';
import type { ThreadOwner, WabaUser } from '../accounts/waba-user.ts';
import type { Call, CallPermission } from '../calls/call.ts';
import type { BusinessApp, BusinessPast } from '../coexistence/business-app.ts';
import type {
  AccessToken,
  App,
  Customer,
  PhoneNumber,
  Portfolio,
  Subscription,
  Template,
  Waba,
} from '../entities.ts';
import type { Flow, FlowHealth } from '../flows/flow.ts';
import type { Group } from '../groups/group.ts';
import type { UploadedHandle, UploadSession } from '../media/upload-session.ts';
import type { Block, NumberSettings, QrCode } from '../numbers/number-settings.ts';
import type { OAuthCode } from '../onboarding/oauth-code.ts';
import type { CreditAllocation, CreditLine } from '../partners/credit-line.ts';
import type { PreverifiedNumber } from '../partners/preverified-number.ts';
import type { MigrationIntent, Solution } from '../partners/solution.ts';
import type { Registration } from '../registration/registration.ts';
import { chatKey, subscriptionKey, templateKey, type World } from '../world.ts';

/** What every kind of entity is, by the name of its map in the world. */
export interface EntityTypes {
  readonly portfolios: Portfolio;
  readonly wabas: Waba;
  readonly phoneNumbers: PhoneNumber;
  readonly apps: App;
  readonly tokens: AccessToken;
  readonly customers: Customer;
  readonly templates: Template;
  readonly subscriptions: Subscription;
  readonly wabaUsers: WabaUser;
  readonly numberSettings: NumberSettings;
  readonly qrCodes: QrCode;
  readonly blocks: Block;
  readonly uploads: UploadSession;
  readonly handles: UploadedHandle;
  readonly flows: Flow;
  readonly flowHealth: FlowHealth;
  readonly groups: Group;
  readonly calls: Call;
  readonly callPermissions: CallPermission;
  readonly threadOwners: ThreadOwner;
  readonly signups: Signup;
  readonly oauthCodes: OAuthCode;
  readonly registrations: Registration;
  readonly preverifiedNumbers: PreverifiedNumber;
  readonly creditLines: CreditLine;
  readonly creditAllocations: CreditAllocation;
  readonly solutions: Solution;
  readonly migrationIntents: MigrationIntent;
  readonly businessApps: BusinessApp;
  readonly businessPasts: BusinessPast;
}

type EntityName = keyof EntityTypes;

/** Entities created or changed; each is given whole and replaces the one of the same key. */
export type Entities = { readonly [Name in EntityName]?: readonly EntityTypes[Name][] };

interface EntityRemoved {
  readonly entity: EntityName;
  readonly key: string;
}

/** Under which key the world keeps an entity of each kind. */
const keyOf: { readonly [Name in EntityName]: (entity: EntityTypes[Name]) => string } = {
  portfolios: ({ id }) => id,
  wabas: ({ id }) => id,
  phoneNumbers: ({ id }) => id,
  apps: ({ id }) => id,
  tokens: ({ token }) => token,
  customers: ({ waId }) => waId,
  templates: ({ id }) => id,
  subscriptions: ({ appId, wabaId }) => subscriptionKey(appId, wabaId),
  wabaUsers: ({ wabaId, userId }) => `${wabaId}/${userId}`,
  numberSettings: ({ phoneNumberId }) => phoneNumberId,
  qrCodes: ({ code }) => code,
  blocks: ({ phoneNumberId, waId }) => chatKey(phoneNumberId, waId),
  uploads: ({ id }) => id,
  handles: ({ handle }) => handle,
  flows: ({ id }) => id,
  flowHealth: ({ flowId }) => flowId,
  groups: ({ id }) => id,
  calls: ({ id }) => id,
  callPermissions: ({ phoneNumberId, waId }) => chatKey(phoneNumberId, waId),
  threadOwners: ({ phoneNumberId, waId }) => chatKey(phoneNumberId, waId),
  signups: ({ id }) => id,
  oauthCodes: ({ code }) => code,
  registrations: ({ phoneNumberId }) => phoneNumberId,
  preverifiedNumbers: ({ id }) => id,
  creditLines: ({ id }) => id,
  creditAllocations: ({ id }) => id,
  solutions: ({ id }) => id,
  migrationIntents: ({ wabaId }) => wabaId,
  businessApps: ({ digits }) => digits,
  businessPasts: ({ digits }) => digits,
};

// The keys of a literal record are exactly its names.
const entityNames = Object.keys(keyOf) as readonly EntityName[];

export const entityRecords = {
  entities: (world: World, { entities }: { readonly entities: Entities }) => {
    for (const name of entityNames) putAll(world, name, entities);
    indexTemplates(world, entities.templates ?? []);
  },
  'entity-removed': (world: World, { entity, key }: EntityRemoved) => {
    world[entity].delete(key);
  },
};

function putAll<Name extends EntityName>(world: World, name: Name, entities: Entities): void {
  // TypeScript does not relate an indexed optional list to its element by a generic name.
  const given = (entities[name] ?? []) as readonly EntityTypes[Name][];
  const map = world[name] as Map<string, EntityTypes[Name]>;
  for (const entity of given) map.set(keyOf[name](entity), entity);
}

/** Sends name a template by name and language; a deleted one leaves its name free. */
function indexTemplates(world: World, templates: readonly Template[]): void {
  for (const template of templates) {
    if (template.status !== 'DELETED') world.templateIds.set(templateKey(template), template.id);
  }
}
