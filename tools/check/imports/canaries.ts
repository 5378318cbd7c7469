import { moduleOrder } from '../../../apps/server/src/modules/order.ts';

/** A planted violation: a file that breaks exactly this rule by what it imports. */
export interface Canary {
  readonly rule: string;
  readonly file: string;
  readonly imports: string;
}

const modules = 'apps/server/src/modules';
const platform = 'apps/server/src/platform';
const features = 'apps/web/src/features';

/** At least one for every rule of dependency-rules.cjs; imports.ts fails when a rule has none. */
export const canaries: readonly Canary[] = [
  ...moduleOrder.slice(0, -1).map((module, index) => ({
    rule: `up-the-list-${module}`,
    file: `${modules}/${module}/canary-order.ts`,
    imports: `#modules/${moduleOrder[index + 1]}`,
  })),
  {
    rule: 'platform-knows-nothing-above',
    file: `${platform}/clock/canary-above.ts`,
    imports: '#modules/identity',
  },
  { rule: 'modules-know-nothing-above', file: `${modules}/inbox/canary-above.ts`, imports: '#http' },
  { rule: 'http-knows-no-composition', file: 'apps/server/src/http/canary-above.ts', imports: '../main.ts' },
  {
    rule: 'front-door-between-modules',
    file: `${modules}/inbox/canary-door.ts`,
    imports: '../identity/routes.ts',
  },
  {
    rule: 'front-door-from-outside',
    file: 'apps/server/src/canary-door.ts',
    imports: './modules/identity/routes.ts',
  },
  { rule: 'modules-by-name', file: `${modules}/inbox/canary-name.ts`, imports: '../identity/index.ts' },
  {
    rule: 'modules-by-name-from-outside',
    file: 'apps/server/src/canary-name.ts',
    imports: './platform/clock/index.ts',
  },
  {
    rule: 'providers-see-the-port',
    file: `${modules}/channels/providers/cloud-api/canary-port.ts`,
    imports: '../../store.ts',
  },
  {
    rule: 'providers-see-the-port',
    file: `${modules}/channels/providers/cloud-api/canary-database.ts`,
    imports: '#platform/database',
  },
  {
    rule: 'providers-see-the-port',
    file: `${modules}/channels/providers/dialog360/canary-behind-the-face.ts`,
    imports: '../cloud-api/media.ts',
  },
  {
    rule: 'shared-parts-know-no-provider',
    file: `${modules}/channels/providers/shared/canary-provider.ts`,
    imports: '../cloud-api/graph-wire.ts',
  },
  {
    rule: 'providers-stay-in-channels',
    file: `${modules}/messages/canary-provider.ts`,
    imports: '../channels/providers/cloud-api/index.ts',
  },
  {
    rule: 'workspace-packages-contract',
    file: 'packages/contract/src/canary.ts',
    imports: '@renkei/graph-api',
  },
  {
    rule: 'workspace-packages-graph-api',
    file: 'packages/graph-api/src/canary.ts',
    imports: '@renkei/contract',
  },
  { rule: 'workspace-packages-sdk', file: 'packages/sdk/src/canary.ts', imports: '@renkei/graph-api' },
  { rule: 'workspace-apps-web', file: 'apps/web/src/lib/canary-workspace.ts', imports: '@renkei/graph-api' },
  { rule: 'workspace-apps-simulator', file: 'apps/simulator/src/canary.ts', imports: '@renkei/contract' },
  {
    rule: 'workspace-apps-server',
    file: 'apps/server/src/canary-workspace.ts',
    imports: '@renkei/simulator',
  },
  {
    rule: 'workspaces-by-name',
    file: 'apps/server/src/canary-path.ts',
    imports: '../../../packages/contract/src/index.ts',
  },
  {
    rule: 'no-tests-in-the-product',
    file: 'apps/server/src/canary-test.ts',
    imports: '../test/test-platform.ts',
  },
  { rule: 'features-know-no-app', file: `${features}/inbox/canary-app.ts`, imports: '../../main.tsx' },
  {
    rule: 'features-know-no-feature',
    file: `${features}/inbox/canary-feature.ts`,
    imports: '../sign-in/canary-neighbour.ts',
  },
  {
    rule: 'ui-and-lib-know-no-feature',
    file: 'apps/web/src/ui/canary-feature.ts',
    imports: '../features/sign-in/canary-neighbour.ts',
  },
  { rule: 'no-cycles', file: `${modules}/inbox/canary-cycle.ts`, imports: './canary-cycle-back.ts' },
  {
    rule: 'no-unresolved',
    file: `${modules}/inbox/canary-nowhere.ts`,
    imports: './there-is-no-such-file.ts',
  },
];

/** Files that the canaries lean on. The way back of the cycle imports a type only: types count. */
export const canaryNeighbours: Readonly<Record<string, string>> = {
  [`${features}/sign-in/canary-neighbour.ts`]: 'export const neighbour = 1;',
  [`${modules}/inbox/canary-cycle-back.ts`]: "export type { Canary } from './canary-cycle.ts';",
};
