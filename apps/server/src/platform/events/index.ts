export { createEventFollower, type FollowerOptions } from './follower.ts';
