import type { InboundFact } from '#modules/channels';
import type { Origin } from './needs.ts';
import type { PlacedAccountEvent } from './record-account-events.ts';

type FactOf<Name extends InboundFact['fact']> = Extract<InboundFact, { fact: Name }>;
type Placed<Name extends InboundFact['fact']> = (FactOf<Name> & Origin)[];

/** What the webhooks of one batch come to, each fact with the channel that it names. Filled as they are read. */
export interface Effects {
  readonly message: Placed<'message'>;
  readonly revision: Placed<'revision'>;
  readonly call: Placed<'call'>;
  readonly status: Placed<'status'>;
  readonly sighting: Placed<'sighting'>;
  readonly preference: Placed<'preference'>;
  readonly template: (FactOf<'template'> & { readonly receivedAt: Date })[];
  readonly number: FactOf<'number'>[];
  readonly account_event: PlacedAccountEvent[];
  readonly rejected: { readonly rawEventId: string; readonly reason: string }[];
}

export function noEffects(): Effects {
  return {
    message: [],
    revision: [],
    call: [],
    status: [],
    sighting: [],
    preference: [],
    template: [],
    number: [],
    account_event: [],
    rejected: [],
  };
}

export interface FactOrigin {
  readonly channelId: string | null;
  readonly receivedAt: Date;
  readonly rawEventId: string;
}

type Place<Name extends InboundFact['fact']> = (
  fact: FactOf<Name>,
  origin: FactOrigin,
  effects: Effects,
) => void;

/** Where each kind of fact goes; the compiler names the missing. */
const places: { readonly [Name in InboundFact['fact']]: Place<Name> } = {
  message: (fact, origin, effects) => effects.message.push({ ...fact, ...atChannel(origin) }),
  revision: (fact, origin, effects) => effects.revision.push({ ...fact, ...atChannel(origin) }),
  call: (fact, origin, effects) => effects.call.push({ ...fact, ...atChannel(origin) }),
  status: (fact, origin, effects) => effects.status.push({ ...fact, ...atChannel(origin) }),
  sighting: (fact, origin, effects) => effects.sighting.push({ ...fact, ...atChannel(origin) }),
  preference: (fact, origin, effects) => effects.preference.push({ ...fact, ...atChannel(origin) }),
  template: (fact, { receivedAt }, effects) => effects.template.push({ ...fact, receivedAt }),
  number: (fact, _origin, effects) => effects.number.push(fact),
  account_event: (fact, origin, effects) => effects.account_event.push({ ...fact, ...origin }),
};

export function placeFact(fact: InboundFact, origin: FactOrigin, effects: Effects): void {
  // The entry of a fact's own name takes that fact; the compiler cannot follow the pair through the union.
  const place = places[fact.fact] as (fact: InboundFact, origin: FactOrigin, effects: Effects) => void;
  place(fact, origin, effects);
}

function atChannel({ channelId, receivedAt }: FactOrigin): Origin {
  if (channelId === null) throw new Error('A fact about a person always names a number');
  return { channelId, receivedAt };
}
