import { isJsonRecord, parseJson } from '@renkei/graph-api';
import * as z from 'zod';
import type { ReceivedContent } from '../../../../../inbound.ts';
import type { ReadReply } from './define.ts';

const addressAnswer = z.object({
  saved_address_id: z.string().nullish(),
  values: z.record(z.string(), z.union([z.string(), z.number()]).transform(String)),
});

/**
 * An address form or a WhatsApp Flow. The answers are JSON in a string whose keys the form defines; what is no JSON
 * object is kept as one answer. (Meta, "Flows: response message webhook", 2026)
 */
export const readFormReply: ReadReply<'nfm_reply'> = ({ nfm_reply: reply }) => {
  const body = reply.body ?? '';
  const answers = parseAnswers(reply.response_json);
  if (reply.name === 'address_message') {
    const address = addressAnswer.safeParse(answers);
    if (address.success) {
      const { saved_address_id: savedAddressId, values } = address.data;
      return { kind: 'address_reply', body, savedAddressId: savedAddressId ?? null, values };
    }
  }
  return isJsonRecord(answers) ? flowReply(body, answers) : unreadableReply(body, reply.response_json);
};

function parseAnswers(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function flowReply(body: string, answers: Readonly<Record<string, unknown>>): ReceivedContent {
  const { flow_token: token, ...rest } = answers;
  return {
    kind: 'flow_reply',
    body,
    token: typeof token === 'string' ? token : null,
    answers: Object.entries(rest).map(([key, value]) => ({ key, value: z.json().parse(value) })),
  };
}

function unreadableReply(body: string, text: string): ReceivedContent {
  return { kind: 'flow_reply', body, token: null, answers: [{ key: 'response_json', value: text }] };
}
