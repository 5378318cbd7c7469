import type { Random } from '../world/time/random.ts';

/**
 * Meta's verification GET of a callback URL. Undefined when the endpoint answered 200 with the challenge, else
 * the reason, worded for `error_data.details`.
 */
export async function verifyCallback(
  callbackUrl: string,
  verifyToken: string,
  random: Random,
): Promise<string | undefined> {
  const challenge = random.digits(10);
  if (!URL.canParse(callbackUrl)) return `The URL "${callbackUrl}" is not valid.`;
  const url = new URL(callbackUrl);
  url.searchParams.set('hub.mode', 'subscribe');
  url.searchParams.set('hub.challenge', challenge);
  url.searchParams.set('hub.verify_token', verifyToken);
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
    const answer = await response.text();
    if (response.status !== 200) {
      return `The URL couldn't be validated. Response does not match challenge, expected value="${challenge}", received HTTP status ${response.status}.`;
    }
    if (answer.trim() === challenge) return undefined;
    return `The URL couldn't be validated. Response does not match challenge, expected value="${challenge}", received="${answer.slice(0, 20)}".`;
  } catch (error) {
    return `The URL couldn't be validated. Callback verification failed: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
