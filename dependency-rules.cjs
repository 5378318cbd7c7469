/**
 * The import law (docs/decisions/0001-layout-and-import-law.md), for dependency-cruiser. The order of the modules comes
 * from the one list, apps/server/src/modules/order.ts. Run and proven by `npm run check -- imports`: every rule below has
 * a planted violation in tools/check/imports/canaries.ts that must be caught.
 */
const { moduleOrder } = require('./apps/server/src/modules/order.ts');

const server = '^apps/server/src/';
const modules = `${server}modules/`;
/** Tests, and the suites that several of them run. */
const test = '\\.(test|suite)\\.tsx?$';
/** Tests' and benchmarks' own: they may use each other and play server and simulator together. */
const harness = ['^apps/[^/]+/(test|bench)/', '^apps/[^/]+/src/testing/'];
/** They write down what a registry behind a door holds; the product never imports them. */
const generators = '^tools/generate/';

/** Workspace → the workspaces it may import. Nobody imports an app; tests of the server play against the simulator. */
const workspaces = {
  'packages/contract': [],
  'packages/graph-api': [],
  'packages/sdk': ['packages/contract'],
  'apps/web': ['packages/sdk', 'packages/contract'],
  'apps/simulator': ['packages/graph-api'],
  'apps/server': ['packages/contract', 'packages/graph-api'],
};

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** 1. Up the list: platform, the modules in their order, then http, then what composes them. */
const upTheList = [
  ...moduleOrder
    .slice(0, -1)
    .map((module, index) =>
      forbid(
        `up-the-list-${module}`,
        `${module} imports only modules that stand before it in order.ts; what must happen after it is an event`,
        { path: `${modules}${module}/` },
        { path: `${modules}(${moduleOrder.slice(index + 1).join('|')})/` },
      ),
    ),
  forbid(
    'platform-knows-nothing-above',
    'platform is the ground: it imports nothing but platform, the contract and libraries',
    { path: [`${server}platform/`, `${server}config\\.ts$`], pathNot: test },
    { path: server, pathNot: [`${server}platform/`, `${server}config\\.ts$`] },
  ),
  forbid(
    'modules-know-nothing-above',
    'a module knows neither the HTTP shell nor the composition',
    { path: modules, pathNot: test },
    { path: server, pathNot: [`${server}platform/`, modules, `${server}config\\.ts$`] },
  ),
  forbid(
    'http-knows-no-composition',
    'the HTTP shell is handed what it needs by app.ts',
    { path: `${server}http/`, pathNot: test },
    { path: server, pathNot: [`${server}platform/`, modules, `${server}http/`, `${server}config\\.ts$`] },
  ),
];

/** 2. By the front door: index.ts, under its `#` name. */
const frontDoor = [
  forbid(
    'front-door-between-modules',
    'another module, another part of the platform: only its index.ts',
    { path: `${server}(modules|platform)/([^/]+)/` },
    {
      path: `${server}(modules|platform)/[^/]+/`,
      pathNot: [`${server}$1/$2/`, `${server}(modules|platform)/[^/]+/index\\.ts$`],
    },
  ),
  forbid(
    'front-door-from-outside',
    'http, app.ts, the command line and the test harness also come in by index.ts',
    { path: '^(apps/server|e2e|tools)/', pathNot: [`${server}(modules|platform)/[^/]+/`, generators] },
    { path: `${server}(modules|platform)/[^/]+/`, pathNot: `${server}(modules|platform)/[^/]+/index\\.ts$` },
  ),
  forbid(
    'modules-by-name',
    'between modules and parts of the platform: #modules/<name>, #platform/<name>; relative paths only inside',
    { path: `${server}(modules|platform)/([^/]+)/` },
    {
      path: `${server}(modules|platform)/[^/]+/`,
      pathNot: `${server}$1/$2/`,
      dependencyTypesNot: ['aliased-subpath-import'],
    },
  ),
  forbid(
    'modules-by-name-from-outside',
    'http, app.ts and the command line also say #modules/<name>, #platform/<name>',
    { path: '^apps/server/', pathNot: `${server}(modules|platform)/[^/]+/` },
    { path: `${server}(modules|platform)/[^/]+/`, dependencyTypesNot: ['aliased-subpath-import'] },
  ),
];

/** What any provider may see beside its own folder. */
const providerFolders = `${modules}channels/providers/`;
const theProvidersPort = `${modules}channels/(port|inbound|webhook-receiver|describe-refusal)\\.ts$`;
const plainPlatform = `${server}platform/(clock|crash-point|crypto|errors|http-client|ids|log|metrics)/`;
/** Meta's bodies, for those who pass them on: the one face that a provider shows to the others. */
const graphWire = `${providerFolders}cloud-api/graph-wire\\.ts$`;
const shared = `${providerFolders}shared/`;

/** 4. Providers see the port, Meta's wire, the canonical content and a few parts of the platform; nobody sees them. */
const providers = [
  forbid(
    'providers-see-the-port',
    'a provider imports its own folder, providers/shared, the face cloud-api/graph-wire.ts, the port (port.ts, inbound.ts, webhook-receiver.ts), its words for refusals, graph-api, contract and the plain parts of the platform',
    { path: `${providerFolders}([^/]+)/`, pathNot: test },
    {
      path: '^(apps|packages|e2e|tools)/',
      pathNot: [
        `${providerFolders}$1/`,
        shared,
        graphWire,
        theProvidersPort,
        '^packages/(graph-api|contract)/',
        plainPlatform,
      ],
    },
  ),
  forbid(
    'shared-parts-know-no-provider',
    'what all providers share is of none of them',
    { path: shared, pathNot: test },
    { path: providerFolders, pathNot: shared },
  ),
  forbid(
    'providers-stay-in-channels',
    'above the port nobody knows a provider: only channels/registry.ts names them',
    {
      path: '^(apps|packages|e2e|tools)/',
      pathNot: [`${modules}channels/(registry|providers/.+)\\.ts$`, test, generators],
    },
    { path: providerFolders },
  ),
];

/** 6. Workspaces have one direction and are imported by name. */
const workspaceRules = [
  ...Object.entries(workspaces).map(([workspace, allowed]) =>
    forbid(
      `workspace-${workspace.replace('/', '-')}`,
      `${workspace} imports ${allowed.length === 0 ? 'no workspace' : `only ${allowed.join(' and ')}`}`,
      { path: `^${workspace}/`, pathNot: [test, ...harness] },
      {
        path: '^(packages/[^/]+|apps/[^/]+|e2e|tools)/',
        pathNot: [`^${workspace}/`, ...allowed.map((other) => `^${other}/`)],
      },
    ),
  ),
  forbid(
    'workspaces-by-name',
    'another workspace is imported by its package name, not by a path into it',
    { path: '^((?:packages|apps)/[^/]+|e2e)/' },
    { path: '^(packages/[^/]+|apps/[^/]+|e2e)/', pathNot: '^$1/', dependencyTypes: ['local'] },
  ),
  forbid(
    'no-tests-in-the-product',
    'what runs in production imports neither tests nor their harness',
    { path: '^(apps|packages)/', pathNot: [test, ...harness] },
    { path: [test, ...harness] },
  ),
];

/** 7. The web app in layers: app, features, then ui and lib. */
const web = [
  forbid(
    'features-know-no-app',
    'a feature never imports the shell',
    { path: '^apps/web/src/(features|ui|lib)/' },
    { path: '^apps/web/src/(app/|main\\.tsx$)' },
  ),
  forbid(
    'features-know-no-feature',
    'features never import each other; app/ joins them',
    { path: '^apps/web/src/features/([^/]+)/' },
    { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
  ),
  forbid(
    'ui-and-lib-know-no-feature',
    'ui and lib know nothing above them',
    { path: '^apps/web/src/(ui|lib)/' },
    { path: '^apps/web/src/features/' },
  ),
];

/** 8. No cycles, types included; nothing unresolved. */
const whole = [
  forbid('no-cycles', 'what imports each other is one thing in two files', {}, { circular: true }),
  forbid('no-unresolved', 'every import leads somewhere', {}, { couldNotResolve: true }),
];

module.exports = {
  forbidden: [...upTheList, ...frontDoor, ...providers, ...workspaceRules, ...web, ...whole],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-phone)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
};
