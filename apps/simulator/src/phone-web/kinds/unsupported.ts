import { z } from 'zod';
import { defineKind } from './define-kind.tsx';
import { UnsupportedView } from './parts/UnsupportedView.tsx';

export const unsupportedKind = defineKind({
  schema: z.unknown(),
  View: UnsupportedView,
  summarise: (_content, text) => text.message.unsupported,
});
