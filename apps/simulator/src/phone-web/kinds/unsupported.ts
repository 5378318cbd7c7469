import { z } from 'zod';
import { defineKind } from './define-kind.tsx';
import { UnsupportedView } from './parts/UnsupportedView.tsx';

/** Anything this page has no view for. */
export const unsupportedKind = defineKind({
  schema: z.unknown(),
  View: UnsupportedView,
  summarise: (_content, text) => text.message.unsupported,
});
