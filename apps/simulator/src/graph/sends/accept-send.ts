import type { PhoneNumber, Template } from '../../world/entities.ts';
import { isFreeEntryOpen } from '../../world/limits/window.ts';
import { lifeOf } from '../../world/messages/life-of.ts';
import type { OutboundMessage, Pricing, SendCategory } from '../../world/messages/messages.ts';
import { buildWamid, wamidHexLength } from '../../world/messages/wamid.ts';
import { findCountry } from '../../world/places/find-country.ts';
import { isInternationalCode } from '../../world/pricing/international-codes.ts';
import { priceMessage } from '../../world/pricing/price-message.ts';
import { serviceCountOf } from '../../world/pricing/service-quota.ts';
import { findFailure } from '../../world/rules/failures.ts';
import { findRefusal } from '../../world/rules/refusals.ts';
import { askAbout, type SendQuestion } from '../../world/rules/send-question.ts';
import { judgeDirectSend } from '../../world/templates/judge-direct-send.ts';
import { isHeld } from '../../world/templates/pacing-state.ts';
import type { GraphCall } from '../graph-call.ts';
import { GraphError } from '../graph-error.ts';
import { canBeSent, checkMediaIds } from './check-media.ts';
import { failReaction, quotedId } from './find-target.ts';
import { listMediaObjects, type MediaReference, type SendRequest } from './parse-send.ts';
import type { Resolved } from './resolve-recipient.ts';
import { takeRate } from './take-rate.ts';

/** A send whose shape, template and references are in order. */
export interface CheckedSend {
  readonly send: SendRequest;
  readonly recipient: Resolved;
  readonly template: Template | undefined;
  readonly isMarketingMessage: boolean;
  readonly directCategory?: SendCategory | undefined;
}

/**
 * Judges a send by the rules of the world: refuses it (throws), or accepts it, deciding already how it will end.
 * Answers as Meta does.
 */
export function acceptSend(call: GraphCall<PhoneNumber>, checked: CheckedSend): unknown {
  const { simulation, node: phoneNumber } = call;
  const { send, recipient, template } = checked;
  const question = ask(call, checked);
  const refused = findRefusal(question);
  if (refused) throw new GraphError(refused.code, refused.details ? { details: refused.details } : {});
  const media = listMediaObjects({ [send.message.type]: send.content });
  checkMediaIds(call, send.message.type, media);
  takeRate(simulation, phoneNumber, recipient);
  const message = buildMessage(call, checked, question, media);
  simulation.commit({ kind: 'accepted', message });
  if (message.madeTemplateId !== undefined) judgeDirectSend(simulation, message);
  return {
    messaging_product: 'whatsapp',
    contacts: [recipient.shownAs],
    messages: [
      {
        id: message.id,
        ...(recipient.group ? { group_id: recipient.group.id } : {}),
        ...(template ? { message_status: message.held ? 'held_for_quality_assessment' : 'accepted' } : {}),
      },
    ],
  };
}

export function ask({ simulation, node }: GraphCall<PhoneNumber>, checked: CheckedSend): SendQuestion {
  const { send, recipient, template, isMarketingMessage, directCategory } = checked;
  return askAbout(simulation.world, simulation.clock.now(), {
    phoneNumber: node,
    recipient,
    message: send.message,
    template,
    isMarketingMessage,
    isDirectSend: directCategory !== undefined,
    ...(directCategory === undefined ? {} : { category: directCategory }),
  });
}

export function buildMessage(
  { simulation, caller, node: phoneNumber, body }: GraphCall<PhoneNumber>,
  { send, recipient, template, isMarketingMessage }: CheckedSend,
  question: SendQuestion,
  media: readonly MediaReference[],
): OutboundMessage {
  const { world, random } = simulation;
  const { at, window, category } = question;
  const pricing = price(question);
  const failCode =
    findFailure({ ...question, pricing }) ??
    failReaction(world, phoneNumber, send, recipient, at) ??
    (media.every((each) => canBeSent(world, send, each)) ? undefined : 131053);
  const isTemplate = template !== undefined || question.isDirectSend;
  return {
    direction: 'outbound',
    id: buildWamid('outbound', recipient.waId.slice(0, 200), random.hex(wamidHexLength.outbound)),
    phoneNumberId: phoneNumber.id,
    waId: recipient.waId,
    addressedAs: recipient.addressedAs,
    type: send.message.type,
    content: send.content,
    contextId: quotedId(world, send.contextId, at),
    links: media.flatMap(({ kind, link }) => (link === undefined ? [] : [{ kind, link }])),
    at,
    callbackData: send.message.biz_opaque_callback_data,
    pricing,
    category,
    templateId: template?.id,
    madeTemplateId: question.isDirectSend ? random.digits(16) : undefined,
    expiresAt:
      at + lifeOf({ template, category, isMarketingMessage, ttlSeconds: send.ttlSeconds }, world.settings),
    held: failCode === undefined && template && isHeld(template, world.settings.templates) ? true : undefined,
    freeEntryUntil: isFreeEntryOpen(window, at) ? window.freeEntryUntil : undefined,
    startsConversation:
      isTemplate && !question.isWindowOpen && failCode === undefined && recipient.group === undefined,
    failCode,
    ...(caller.app.reseller ? { resellerAppId: caller.app.id } : {}),
    request: body,
  };
}

function price(question: SendQuestion): Pricing {
  const { world, phoneNumber, waba, at, window, category, recipient, isMarketingMessage } = question;
  const country = findCountry(recipient.waId);
  const isAbroad = isInternationalCode({ category, country, waba, at });
  const pricing = priceMessage({
    category: isAbroad ? 'authentication-international' : category,
    window,
    at,
    serviceCount: serviceCountOf(world, phoneNumber.id, at),
    settings: world.settings,
    isGroup: recipient.group !== undefined,
  });
  const isLite = isMarketingMessage && pricing.category === 'marketing';
  return isLite ? { ...pricing, category: 'marketing_lite' } : pricing;
}
