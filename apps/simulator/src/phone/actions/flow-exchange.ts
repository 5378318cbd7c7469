import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { exchangeFlowData, type FlowDataAnswer } from '../../world/flows/exchange-flow-data.ts';
import { getOutbound } from '../../world/world.ts';
import { findFlow } from '../flows/find-flow.ts';
import { findFlowToken } from '../flows/find-flow-token.ts';
import { phoneAction } from './action.ts';

type Outcome = FlowDataAnswer['outcome'];

/** How each outcome is told to the form: a screen to show, or a refusal. */
const readers: {
  readonly [Kind in Outcome]: (answer: Extract<FlowDataAnswer, { outcome: Kind }>) => unknown;
} = {
  screen: ({ screen, data }) => ({ screen, data }),
  finished: ({ params }) => ({ screen: 'SUCCESS', data: { extension_message_response: { params } } }),
  active: () => {
    throw new Refusal(502, 'The endpoint answered a health check instead of a screen');
  },
  expired: ({ message }) => {
    throw new Refusal(410, message ?? 'This form is no longer valid');
  },
  failed: ({ reason, httpStatus }) => {
    throw new Refusal(
      502,
      `The endpoint of the form did not answer: ${reason}${httpStatus ? ` (${httpStatus})` : ''}`,
    );
  },
};

/** A form asks the endpoint of the business for its first or next screen. */
export const flowExchangeAction = phoneAction({
  schema: z.strictObject({
    messageId: z.string().min(1),
    flow: z.string().min(1),
    action: z.enum(['INIT', 'data_exchange', 'BACK']),
    screen: z.string().optional(),
    data: z.record(z.string(), z.unknown()).default({}),
  }),
  async run({ messageId, flow: name, action, screen, data }, { runtime: { simulation } }) {
    const { world } = simulation;
    const message = getOutbound(world, messageId)?.message;
    const flow = findFlow(world, name);
    if (!message || !flow) throw new Refusal(404, `No flow ${name} in this simulator`);
    const answer = await exchangeFlowData(simulation, flow, message.phoneNumberId, {
      action,
      ...(screen === undefined ? {} : { screen }),
      ...(action === 'INIT' ? {} : { data }),
      flowToken: findFlowToken(world, messageId),
    });
    // The table pairs each outcome with its own answer; TypeScript cannot follow that through a union.
    const read = readers[answer.outcome] as (answer: FlowDataAnswer) => unknown;
    return read(answer);
  },
});
