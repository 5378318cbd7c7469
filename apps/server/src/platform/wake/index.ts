export { connectWakesByNats, type NatsSettings } from './nats-wake.ts';
export { listenForWakes, postgresWakeSender } from './postgres-wake.ts';
export { readNatsSettings } from './read-nats-settings.ts';
export type { Wake, WakeCall, WakeLine, WakeSender, WakeTopic } from './wake.ts';
