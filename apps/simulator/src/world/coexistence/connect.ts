import type { Simulation } from '../../simulation.ts';
import type { PhoneNumber } from '../entities.ts';
import { Problem } from '../problem.ts';
import { goneStatuses, refuseFullPortfolio } from '../registration/add-number.ts';
import type { World } from '../world.ts';
import { bringContacts } from './address-book.ts';
import type { BusinessApp } from './business-app.ts';
import { planHeartbeats } from './heartbeat.ts';
import { refuseCountry } from './refuse-country.ts';

/** Shows the owner of a Business app the code that connects it, as Facebook's official account does. Throws a `Problem`. */
export function offerLink(simulation: Simulation, digits: string): BusinessApp {
  const { world, random, clock, commit } = simulation;
  const app = world.businessApps.get(digits);
  if (!app) {
    throw new Problem(100, 'This number is not in use in the WhatsApp Business app.', {
      title: 'Number not in the Business app',
    });
  }
  refuseCountry(digits, clock.now());
  refuseConnected(app);
  const offered = { ...app, linkCode: random.digits(6) };
  commit({ kind: 'entities', entities: { businessApps: [offered] } });
  return offered;
}

/**
 * Connects a Business app to an account: its number lives in both from now on (coexistence). It needs no verification and
 * no registration. Its address book comes along; its past has to be asked for. Throws a `Problem`.
 */
export function connectBusinessApp(
  simulation: Simulation,
  {
    digits,
    wabaId,
    linkCode,
  }: { readonly digits: string; readonly wabaId: string; readonly linkCode: string },
): PhoneNumber {
  const { world, clock, commit } = simulation;
  const app = world.businessApps.get(digits);
  if (!app || app.linkCode === undefined || app.linkCode !== linkCode.replace(/\D/g, '')) {
    throw new Problem(100, 'The code is wrong. Read it in the WhatsApp Business app.', {
      title: 'Wrong code',
    });
  }
  const at = clock.now();
  refuseCountry(digits, at);
  refuseConnected(app);
  const known = findNode(world, digits, wabaId);
  if (!known) refuseFullPortfolio(world, world.wabas.get(wabaId), at);
  const phoneNumber = connectedNumber(simulation, app, wabaId, known);
  const connection = { phoneNumberId: phoneNumber.id, onboardedAt: at };
  const connected = { ...app, linkCode: undefined, openedAt: at, connection };
  commit({ kind: 'entities', entities: { businessApps: [connected], phoneNumbers: [phoneNumber] } });
  bringContacts(simulation, digits, phoneNumber.id);
  planHeartbeats(simulation, connected);
  return phoneNumber;
}

/** A number that was connected before keeps its node. */
function findNode(world: World, digits: string, wabaId: string): PhoneNumber | undefined {
  return [...world.phoneNumbers.values()].find(
    (number) => number.digits === digits && number.wabaId === wabaId && !goneStatuses.has(number.status),
  );
}

function connectedNumber(
  { random, clock }: Simulation,
  { digits, displayPhoneNumber, name }: BusinessApp,
  wabaId: string,
  known: PhoneNumber | undefined,
): PhoneNumber {
  return {
    id: random.digits(15),
    qualityRating: 'UNKNOWN',
    nameStatus: 'AVAILABLE_WITHOUT_REVIEW',
    accountMode: 'LIVE',
    verifiedName: name,
    ...known,
    wabaId,
    digits,
    displayPhoneNumber,
    codeVerificationStatus: 'VERIFIED',
    status: 'CONNECTED',
    throughputLevel: 'STANDARD',
    registered: true,
    onBusinessApp: true,
    lastOnboardedAt: clock.now(),
  };
}

function refuseConnected({ connection }: BusinessApp): void {
  if (!connection) return;
  throw new Problem(100, 'This number is connected already. Disconnect it in the Business app first.', {
    title: 'Number already connected',
  });
}
