import { z } from 'zod';
import { changeSettings } from '../../../world/numbers/change-settings.ts';
import { settingsOf } from '../../../world/numbers/settings-of.ts';
import { type Edges, managementScope } from '../../graph-call.ts';
import { readInput } from '../../input/read-input.ts';
import { graphBoolean, graphList, graphTextOf } from '../../input/values.ts';

const withoutEmoji = (longest: number) =>
  graphTextOf(longest, 1).refine(
    (text) => !/\p{Extended_Pictographic}/u.test(text),
    'must not contain emojis.',
  );

const inputSchema = z.object({
  enable_welcome_message: graphBoolean.optional(),
  prompts: graphList(withoutEmoji(80), { max: 4 }).optional(),
  commands: graphList(
    z.strictObject({ command_name: withoutEmoji(32), command_description: withoutEmoji(256) }),
    { max: 30 },
  ).optional(),
});

/** `/{phone-number-id}/conversational_automation`: welcome message, ice breakers, commands. A list replaces the old. */
export const conversationalAutomationEdges: Edges<'phoneNumber'> = {
  'POST conversational_automation': {
    scope: managementScope,
    handle(call) {
      const { simulation, node } = call;
      const given = readInput(call, inputSchema);
      const { automation } = settingsOf(simulation.world, node.id);
      changeSettings(simulation, node.id, { automation: { ...automation, ...given } });
      return { success: true };
    },
  },
};
