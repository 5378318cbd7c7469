export { createEventFollower, type FollowerOptions } from './follower.ts';
export { eventsUpkeep } from './purge-events.ts';
export { type NumberedEvent, readEventsAfter, readLastEventNumber } from './read-events.ts';
