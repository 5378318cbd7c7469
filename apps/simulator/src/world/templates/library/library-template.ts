import type { JsonObject } from '../../entities.ts';

/** A ready-made template: its words are Meta's, its buttons lead to the business. */
export interface LibraryTemplate {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly category: 'UTILITY' | 'AUTHENTICATION';
  readonly topic: string;
  readonly usecase: string;
  readonly industry: readonly string[];
  readonly header?: string;
  readonly body: string;
  readonly body_params?: readonly string[];
  readonly body_param_types?: readonly string[];
  readonly buttons?: readonly JsonObject[];
}
