import { managementScope } from '../graph-call.ts';
import { GraphError, permissionError } from '../graph-error.ts';
import type { Caller } from './authenticate.ts';

/** Throws 200 when the token lacks the permission to manage, 10 ("Permission denied") when it lacks another. */
export function requireScope(caller: Caller, scope: string): void {
  if (caller.scopes.includes(scope)) return;
  if (scope === managementScope) throw permissionError(`Requires ${scope} permission to manage the object`);
  throw new GraphError(10, { message: '(#10) Application does not have permission for this action' });
}
