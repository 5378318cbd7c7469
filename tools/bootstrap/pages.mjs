/**
 * The pages that are built, each with everything its result depends on (paths from the clone).
 * @type {readonly { readonly name: string, readonly folder: string, readonly output: string, readonly sources: readonly string[] }[]}
 */
export const pages = [
  {
    name: 'web',
    folder: 'apps/web',
    output: 'apps/web/dist',
    sources: [
      'apps/web',
      'packages/contract/src',
      'packages/sdk/src',
      'package-lock.json',
      'tsconfig.base.json',
    ],
  },
  {
    name: 'phone',
    folder: 'apps/simulator',
    output: 'apps/simulator/dist-phone',
    sources: [
      'apps/simulator/vite.config.ts',
      'apps/simulator/src/phone-web',
      'packages/graph-api/src',
      'package-lock.json',
      'tsconfig.base.json',
    ],
  },
];
