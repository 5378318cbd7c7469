/** A ready world for a first look, made from outside: see docs/decisions/0009. */
export { openOwnerDoors } from './open-owner-doors.ts';
export { type DemoNeeds, seedDemo } from './seed-demo.ts';
