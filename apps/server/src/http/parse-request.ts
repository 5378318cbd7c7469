import type { RouteDefinition } from '@renkei/contract';
import type { FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { RenkeiError } from '#platform/errors';
import { findUnstorableTexts } from './unstorable-text.ts';

export interface ParsedRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/**
 * Params, query and body by the schemas of the route, and nothing that they do not name.
 *
 * @throws RenkeiError `not_found` when the path cannot name anything, `invalid_request` with every wrong field
 */
export function parseRequest(route: RouteDefinition, request: FastifyRequest): ParsedRequest {
  const params = route.params?.safeParse(request.params);
  if (params && fieldsOf('', params).length > 0) throw new RenkeiError('not_found');
  const query = route.query?.safeParse(request.query);
  // No body at all is an empty one; `null` and everything else must fit the schema.
  const body = route.body?.safeParse(request.body === undefined ? {} : request.body);
  const fields = [...fieldsOf('query', query), ...fieldsOf('', body)];
  if (fields.length > 0) throw refuseFields(fields);
  return { params: params?.data, query: query?.data, body: body?.data };
}

/** `invalid_request` with every wrong field of a value that does not fit its schema; undefined: it fits. */
export function refuseInput(parsed: z.ZodSafeParseResult<unknown>): RenkeiError | undefined {
  const fields = fieldsOf('', parsed);
  return fields.length > 0 ? refuseFields(fields) : undefined;
}

function refuseFields(fields: readonly Field[]): RenkeiError {
  return new RenkeiError('invalid_request', { detail: describe(fields), fields });
}

interface Field {
  readonly path: string;
  readonly message: string;
}

function fieldsOf(prefix: string, parsed: z.ZodSafeParseResult<unknown> | undefined): readonly Field[] {
  if (parsed === undefined) return [];
  const issues = parsed.success ? findUnstorableTexts(parsed.data) : parsed.error.issues;
  return issues.map(({ path, message }) => ({
    path: [prefix, ...path.map(String)].filter((part) => part !== '').join('.'),
    message,
  }));
}

function describe(fields: readonly Field[]) {
  const names = fields.map((field) => field.path || 'body').join(', ');
  return { en: `Not as required: ${names}.`, ja: `正しくない項目: ${names}` };
}
