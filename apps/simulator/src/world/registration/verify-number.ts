import type { Simulation } from '../../simulation.ts';
import type { PhoneNumber } from '../entities.ts';
import { Problem } from '../problem.ts';
import type { SentCode } from './registration.ts';
import { changeRegistration, registrationOf } from './registration-of.ts';

/** Sends a code of six digits to a number, by text message or call. Throws a `Problem` (136025). */
export function sendCode(
  simulation: Simulation,
  phoneNumber: Pick<PhoneNumber, 'id' | 'codeVerificationStatus'>,
  { method, language }: Pick<SentCode, 'method' | 'language'>,
): SentCode {
  const { world, random, clock } = simulation;
  if (phoneNumber.codeVerificationStatus === 'VERIFIED') {
    throw new Problem(codeProblem, 'This phone number is verified already.', {
      title: 'Phone number already verified',
    });
  }
  const at = clock.now();
  const { numberCodesPerPeriod, codePeriodMs } = world.settings.onboarding;
  const requests = registrationOf(world, phoneNumber.id).codeRequests.filter(
    (request) => request > at - codePeriodMs,
  );
  if (requests.length >= numberCodesPerPeriod) throw tooMany();
  const code = { code: random.digits(6), method, language, at, wrongCount: 0 };
  changeRegistration(simulation, phoneNumber.id, { code, codeRequests: [...requests, at] });
  return code;
}

/** Checks what somebody read on the phone: the number is theirs. Throws a `Problem` (136025). */
export function verifyNumber(simulation: Simulation, phoneNumber: PhoneNumber, given: string): void {
  takeCode(simulation, phoneNumber.id, given);
  const verified = { ...phoneNumber, codeVerificationStatus: 'VERIFIED' };
  simulation.commit({ kind: 'entities', entities: { phoneNumbers: [verified] } });
}

/** The code sent to the number of this id, which works once. Throws a `Problem` (136025). */
export function takeCode(simulation: Simulation, numberId: string, given: string): void {
  const { world, clock } = simulation;
  const { code } = registrationOf(world, numberId);
  const { numberCodeLifeMs, wrongCodesAllowed } = world.settings.onboarding;
  if (!code) {
    throw new Problem(codeProblem, 'No code was sent to this number. Request one first.', {
      title: 'Verify code error',
    });
  }
  if (code.wrongCount >= wrongCodesAllowed) throw tooMany();
  if (clock.now() >= code.at + numberCodeLifeMs) {
    throw new Problem(codeProblem, 'The code has expired. Request a new one.', {
      title: 'Verify code error',
    });
  }
  if (given !== code.code) {
    changeRegistration(simulation, numberId, { code: { ...code, wrongCount: code.wrongCount + 1 } });
    throw new Problem(codeProblem, 'The code you entered is incorrect.', { title: 'Verify code error' });
  }
  changeRegistration(simulation, numberId, { code: undefined });
}

/** Meta's table has one code for a refused request and a wrong answer. (UNCONFIRMED) */
const codeProblem = 136025;

function tooMany(): Problem {
  return new Problem(codeProblem, 'You have tried too many times. Wait up to 12 hours and try again.', {
    title: 'Too many attempts',
  });
}
