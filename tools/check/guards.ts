import { deadCode } from './code/dead-code.ts';
import { format } from './code/format.ts';
import { lint } from './code/lint.ts';
import { sizes } from './code/sizes.ts';
import { types } from './code/types.ts';
import { features } from './documents/features.ts';
import { links } from './documents/links.ts';
import { translations } from './documents/translations.ts';
import type { Guard } from './guard.ts';
import { imports } from './imports/imports.ts';
import { catalogs } from './promise/catalogs.ts';
import { contract } from './promise/contract.ts';
import { generated } from './promise/generated.ts';
import { hygiene } from './supply/hygiene.ts';
import { licences } from './supply/licences.ts';
import { tables } from './tables/tables.ts';

/** The long ones first, so that two processors end at the same time. */
export const guards: readonly Guard[] = [
  types,
  lint,
  deadCode,
  licences,
  imports,
  sizes,
  format,
  tables,
  contract,
  generated,
  catalogs,
  links,
  translations,
  features,
  hygiene,
];
