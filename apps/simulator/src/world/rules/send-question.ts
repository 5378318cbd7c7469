import type { SendMessageRequest } from '@renkei/graph-api';
import type { Customer, PhoneNumber, Portfolio, Template, Waba } from '../entities.ts';
import type { Group } from '../groups/group.ts';
import { isServiceWindowOpen, onAnswer, type WindowState } from '../limits/window.ts';
import type { SendCategory } from '../messages/messages.ts';
import { getChat, type World } from '../world.ts';

/** Who a send goes to. */
export interface Recipient {
  /** Digits of the person, the group's id, or a user id nobody is known by: the key of the chat. */
  readonly waId: string;
  readonly customer: Customer | undefined;
  readonly group?: Group | undefined;
  readonly addressedAs: 'phone' | 'userId' | 'group';
  readonly isOnWhatsApp: boolean;
}

/** Everything the rules look at to judge one send. The same question has the same answers. */
export interface SendQuestion {
  readonly world: World;
  readonly at: number;
  readonly phoneNumber: PhoneNumber;
  readonly waba: Waba | undefined;
  readonly portfolio: Portfolio | undefined;
  readonly recipient: Recipient;
  readonly message: Pick<SendMessageRequest, 'type' | 'recipient_identity_key_hash'>;
  readonly template: Template | undefined;
  readonly category: SendCategory;
  /** Sent by `/marketing_messages`. */
  readonly isMarketingMessage: boolean;
  /** Content without a template that Meta makes one of. */
  readonly isDirectSend: boolean;
  /** As it is once this message has been answered with: a free entry point may open with it. */
  readonly window: WindowState;
  readonly isWindowOpen: boolean;
}

type Asked = Pick<SendQuestion, 'phoneNumber' | 'recipient' | 'message'> & Partial<SendQuestion>;

export function askAbout(world: World, at: number, asked: Asked): SendQuestion {
  const { phoneNumber, recipient, template } = asked;
  const waba = world.wabas.get(phoneNumber.wabaId);
  const before = getChat(world, phoneNumber.id, recipient.waId)?.window ?? {};
  const window = onAnswer(before, at, world.settings.freeEntryHours);
  return {
    world,
    at,
    waba,
    portfolio: world.portfolios.get(waba?.portfolioId ?? ''),
    template: undefined,
    category: template ? categoryOf(template) : 'service',
    isMarketingMessage: false,
    isDirectSend: false,
    window,
    isWindowOpen: isServiceWindowOpen(window, at),
    ...asked,
  };
}

function categoryOf({ category }: Pick<Template, 'category'>): SendCategory {
  const lower = category.toLowerCase();
  return lower === 'marketing' || lower === 'authentication' ? lower : 'utility';
}
