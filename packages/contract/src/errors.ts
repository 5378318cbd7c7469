/**
 * The one error table. HTTP status, documentation page (`docs/errors/<code>.md`), SDK and screens derive from it.
 * What happened in this very case is the `detail`, written where the error is raised.
 */
import { channelErrors } from './errors/channels.ts';
import type { ErrorEntry } from './errors/error-entry.ts';
import { requestErrors } from './errors/requests.ts';
import { sendingErrors } from './errors/sending.ts';

export const errorTable = { ...requestErrors, ...sendingErrors, ...channelErrors } as const;

export type ErrorCode = keyof typeof errorTable;
export const errorCodes = Object.keys(errorTable) as readonly ErrorCode[];

export function describeError(code: ErrorCode): ErrorEntry {
  return errorTable[code];
}
