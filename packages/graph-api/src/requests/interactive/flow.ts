import { z } from 'zod';
import { messageLimits } from '../limits.ts';
import { problemCode } from '../problem.ts';
import { boundedText, withoutEmoji } from '../values.ts';
import { anyHeader, bodyOf, footer } from './parts.ts';

const parameters = z
  .strictObject({
    flow_message_version: z.literal('3'),
    flow_id: boundedText(64).optional(),
    flow_name: boundedText(200).optional(),
    flow_cta: withoutEmoji(boundedText(messageLimits.flowButton)),
    /** Comes back with the answer; ours to choose. */
    flow_token: boundedText(1024).optional(),
    mode: z.enum(['draft', 'published']).optional(),
    flow_action: z.enum(['navigate', 'data_exchange']).optional(),
    flow_action_payload: z
      .strictObject({
        /** The Flow's first screen when left out. */
        screen: boundedText(200).optional(),
        data: z
          .record(z.string(), z.unknown())
          .refine((data) => Object.keys(data).length > 0, { error: 'must not be empty' })
          .optional(),
      })
      .optional(),
  })
  .superRefine(checkParameters);

/** A button that opens a Flow. (Meta, "Sending a Flow", 2026) */
export const flowMessage = z.strictObject({
  type: z.literal('flow'),
  header: anyHeader.optional(),
  body: bodyOf(messageLimits.interactiveBody),
  footer: footer.optional(),
  action: z.strictObject({ name: z.literal('flow'), parameters }),
});

interface FlowParameters {
  readonly flow_id?: string | undefined;
  readonly flow_name?: string | undefined;
  readonly flow_action?: string | undefined;
  readonly flow_action_payload?: unknown;
}

function checkParameters(given: FlowParameters, context: z.RefinementCtx): void {
  if (given.flow_id === undefined && given.flow_name === undefined) {
    const params = problemCode('requiredParameterMissing');
    context.addIssue({ code: 'custom', path: ['flow_id'], message: 'or flow_name is required', params });
  }
  if (given.flow_id !== undefined && given.flow_name !== undefined) {
    context.addIssue({ code: 'custom', path: ['flow_name'], message: 'must not stand beside flow_id' });
  }
  if (given.flow_action === 'data_exchange' && given.flow_action_payload !== undefined) {
    const message = 'belongs to the flow_action navigate only';
    context.addIssue({ code: 'custom', path: ['flow_action_payload'], message });
  }
}
