import { z } from 'zod';

const common = {
  field: z.string().regex(/^[a-z_]+$/),
  value: z.record(z.string(), z.unknown()),
  /** World ms; now when left out. */
  at: z.number().optional(),
};

/** A webhook of any field about a number, a WABA or a portfolio, to the apps that subscribed it. */
export const noticeSchema = z.union([
  z.strictObject({ ...common, phoneNumberId: z.string(), waId: z.string().optional() }),
  z.strictObject({ ...common, wabaId: z.string() }),
  z.strictObject({ ...common, portfolioId: z.string(), appId: z.string().optional() }),
]);

export type NoticeInput = z.input<typeof noticeSchema>;
