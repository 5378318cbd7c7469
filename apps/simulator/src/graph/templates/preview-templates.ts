import { z } from 'zod';
import type { Waba } from '../../world/entities.ts';
import { codeTexts } from '../../world/templates/code-texts.ts';
import type { GraphCall } from '../graph-call.ts';
import { readInput } from '../input/read-input.ts';
import { graphBoolean, graphInteger, graphList, graphText } from '../input/values.ts';

const inputSchema = z.object({
  category: z.literal('AUTHENTICATION'),
  languages: graphList(graphText).optional(),
  add_security_recommendation: graphBoolean.optional(),
  code_expiration_minutes: graphInteger.pipe(z.int().min(1).max(90)).optional(),
});

/** `GET /{waba-id}/message_template_previews`: the words authentication templates have in each language. */
export function previewTemplates(call: GraphCall<Waba>): unknown {
  const input = readInput(call, inputSchema);
  const { languages = ['en_US'], add_security_recommendation, code_expiration_minutes: minutes } = input;
  return {
    data: languages.map((language) => {
      const texts = codeTexts(language);
      return {
        body: texts.body({ add_security_recommendation }).replace('{{1}}', '123456'),
        ...(minutes === undefined ? {} : { footer: texts.expiry(minutes) }),
        buttons: [{ type: 'OTP', text: texts.copy, autofill_text: texts.copy }],
        language,
      };
    }),
  };
}
