import { PhoneSession, type PhoneSessionDependencies } from './phone-session.ts';

/** One session per phone for as long as the page lives: what a phone is still sending survives a look at another one. */
export function createPhoneSessions(dependencies: PhoneSessionDependencies): (waId: string) => PhoneSession {
  const sessions = new Map<string, PhoneSession>();
  return (waId) => {
    const known = sessions.get(waId);
    if (known) return known;
    const session = new PhoneSession(waId, dependencies);
    sessions.set(waId, session);
    return session;
  };
}
