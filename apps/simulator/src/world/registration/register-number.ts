import type { Simulation } from '../../simulation.ts';
import type { PhoneNumber } from '../entities.ts';
import { changeSettings } from '../numbers/change-settings.ts';
import type { StorageConfiguration } from '../numbers/number-settings.ts';
import { settingsOf } from '../numbers/settings-of.ts';
import { Problem } from '../problem.ts';
import type { World } from '../world.ts';
import { goneStatuses } from './add-number.ts';
import { changeRegistration, registrationOf } from './registration-of.ts';

export interface RegistrationInput {
  readonly pin: string;
  readonly dataLocalizationRegion?: string | undefined;
  readonly retentionMinutes?: number | undefined;
}

/** Puts a verified number on the Cloud API. Its PIN is set when it has none, and must match otherwise. Throws a `Problem`. */
export function registerNumber(
  simulation: Simulation,
  phoneNumber: PhoneNumber,
  input: RegistrationInput,
): void {
  const { world, clock, commit } = simulation;
  takeCall(simulation, phoneNumber.id);
  if (phoneNumber.codeVerificationStatus !== 'VERIFIED') {
    throw new Problem(133006, 'Verify the phone number before registering it.');
  }
  refuseJustDeleted(world, phoneNumber, clock.now());
  checkPin(simulation, phoneNumber.id, input.pin);
  const storage = readStorage(world, phoneNumber, input);
  const { encryptionKey } = settingsOf(world, phoneNumber.id);
  changeSettings(simulation, phoneNumber.id, {
    pin: input.pin,
    ...(storage ? { storage } : {}),
    // The key has to be uploaded again after every registration.
    ...(encryptionKey ? { encryptionKey: { ...encryptionKey, signature: 'MISMATCH' } } : {}),
  });
  const registered = {
    ...phoneNumber,
    registered: true,
    status: 'CONNECTED',
    throughputLevel: phoneNumber.throughputLevel === 'HIGH' ? 'HIGH' : 'STANDARD',
    lastOnboardedAt: clock.now(),
  };
  commit({ kind: 'entities', entities: { phoneNumbers: [registered, ...leftBehind(world, phoneNumber)] } });
}

/** Takes a number off the Cloud API. Throws a `Problem`: numbers in the Business app are disconnected there. */
export function deregisterNumber(simulation: Simulation, phoneNumber: PhoneNumber): void {
  if (phoneNumber.onBusinessApp) {
    throw new Problem(100, 'The number is in use in the WhatsApp Business app and is disconnected there.', {
      title: 'Deregistration is not possible',
    });
  }
  takeCall(simulation, phoneNumber.id);
  if (!phoneNumber.registered) throw new Problem(133010, 'The phone number is not registered.');
  const deregistered = { ...phoneNumber, registered: false, status: 'DISCONNECTED' };
  simulation.commit({ kind: 'entities', entities: { phoneNumbers: [deregistered] } });
}

/** register and deregister share a budget (Meta: 10 calls in 72 h; 133016). */
function takeCall(simulation: Simulation, phoneNumberId: string): void {
  const { world, clock } = simulation;
  const { registrationsPerPeriod, registrationPeriodMs } = world.settings.onboarding;
  const at = clock.now();
  const calls = registrationOf(world, phoneNumberId).calls.filter((call) => call > at - registrationPeriodMs);
  if (calls.length >= registrationsPerPeriod) {
    throw new Problem(133016, 'The number was registered and deregistered too often. Try again in 72 hours.');
  }
  changeRegistration(simulation, phoneNumberId, { calls: [...calls, at] });
}

/** Of a mistyped PIN Meta says that it is wrong (133005), typed too fast (133009) or too often (133008). */
function checkPin(simulation: Simulation, phoneNumberId: string, given: string): void {
  const { world, clock } = simulation;
  const { pin } = settingsOf(world, phoneNumberId);
  if (pin === undefined) return;
  const { wrongPinsAllowed, pinPauseMs, codePeriodMs } = world.settings.onboarding;
  const at = clock.now();
  const wrongPins = registrationOf(world, phoneNumberId).wrongPins.filter(
    (wrong) => wrong > at - codePeriodMs,
  );
  if (wrongPins.length >= wrongPinsAllowed) {
    throw new Problem(133008, 'Too many guesses of the two-step verification PIN.');
  }
  if (given === pin) return changeRegistration(simulation, phoneNumberId, { wrongPins: [] });
  changeRegistration(simulation, phoneNumberId, { wrongPins: [...wrongPins, at] });
  if (at - (wrongPins.at(-1) ?? Number.NEGATIVE_INFINITY) < pinPauseMs) {
    throw new Problem(133009, 'The two-step verification PIN was entered too fast.');
  }
  throw new Problem(133005, 'The two-step verification PIN is wrong.');
}

const deletionRunsMs = 5 * 60 * 1000;

function refuseJustDeleted(world: World, { digits }: PhoneNumber, at: number): void {
  const isDeleting = [...world.phoneNumbers.values()].some(
    (number) => number.digits === digits && at < (number.deletedAt ?? 0) + deletionRunsMs,
  );
  if (isDeleting) throw new Problem(133015, 'The number was deleted a moment ago. Wait five minutes.');
}

/** Where messages are kept is decided at registration; changing it needs another one. */
function readStorage(
  world: World,
  { id, registered }: PhoneNumber,
  { dataLocalizationRegion: region, retentionMinutes }: RegistrationInput,
): StorageConfiguration | undefined {
  if (region === undefined && retentionMinutes === undefined) return undefined;
  const before = settingsOf(world, id).storage;
  if (registered && before?.data_localization_region !== region) {
    throw new Problem(100, 'Deregister the number before changing where its messages are kept.');
  }
  return region === undefined
    ? { status: 'NO_STORAGE_ENABLED', retention_minutes: retentionMinutes }
    : { status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: region };
}

/** The nodes of the number at the accounts it has left. */
function leftBehind(world: World, { id, digits }: PhoneNumber): PhoneNumber[] {
  return [...world.phoneNumbers.values()]
    .filter((number) => number.digits === digits && number.id !== id && !goneStatuses.has(number.status))
    .map((number) => ({ ...number, registered: false, status: 'MIGRATED' }));
}
