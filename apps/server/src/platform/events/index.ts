export { createEventFollower, type FollowerOptions } from './follower.ts';
export { type NumberedEvent, readEventsAfter, readLastEventNumber } from './read-events.ts';
