/** Other systems: what they are told. */
export { createIntegrationsModule, type IntegrationsNeeds } from './module.ts';
