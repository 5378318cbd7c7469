import { createOpenApiDocument } from '../../packages/contract/src/openapi.ts';
import { readText } from '../check/repository.ts';
import { listProductionPackages } from '../check/supply/production-packages.ts';
import { createErrorPages } from './error-pages.ts';
import { createGateGuide } from './gate-guide.ts';
import { createLicenceList } from './licence-list.ts';
import { createMessageKinds } from './message-kinds.ts';
import { createMetaErrorPage } from './meta-error-page.ts';
import { createScenarioGuide } from './scenario-guide.ts';

/** Every checked-in file that a program writes: path from the root → text. `npm run check` compares, `npm run gen` writes. */
export function createGeneratedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ...createErrorPages(),
    ...createGateGuide(),
    ['docs/errors/meta/README.md', createMetaErrorPage()],
    ['docs/scenarios.md', createScenarioGuide()],
    ['docs/message-kinds.md', createMessageKinds()],
    ['packages/contract/openapi.json', `${JSON.stringify(createOpenApiDocument(), null, 2)}\n`],
    [
      'docs/licences.md',
      createLicenceList(listProductionPackages(JSON.parse(readText('package-lock.json')))),
    ],
  ]);
}

/** Where everything is generated: a file there that nobody writes is left over. */
export const generatedFolders: readonly string[] = ['docs/errors/'];
