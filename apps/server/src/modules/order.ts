/** The modules, in the only order in which they may import each other: a module imports what stands before it. */
export const moduleOrder = [
  'identity',
  'channels',
  'media',
  'ingest',
  'contacts',
  'consent',
  'templates',
  'messages',
  'inbox',
  'integrations',
  'operations',
] as const;
