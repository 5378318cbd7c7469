import { z } from 'zod';
import { boundedText, withoutEmoji } from '../../requests/values.ts';

export const conversationalAutomationLimits = {
  prompts: 4,
  prompt: 80,
  commands: 30,
  commandName: 32,
  commandDescription: 256,
} as const;

/** `POST /{phone-number-id}/conversational_automation`: a list that is given replaces the old one. (Meta, 2026) */
export const conversationalAutomation = z.strictObject({
  enable_welcome_message: z.boolean().optional(),
  /** Ice breakers: shown to people who open the chat for the first time. */
  prompts: z
    .array(withoutEmoji(boundedText(conversationalAutomationLimits.prompt)))
    .max(conversationalAutomationLimits.prompts)
    .optional(),
  commands: z
    .array(
      z.strictObject({
        command_name: withoutEmoji(boundedText(conversationalAutomationLimits.commandName)),
        command_description: withoutEmoji(boundedText(conversationalAutomationLimits.commandDescription)),
      }),
    )
    .max(conversationalAutomationLimits.commands)
    .optional(),
});
export type ConversationalAutomation = z.infer<typeof conversationalAutomation>;
