/** Other systems: what they are told. */
export { hooksUpkeep } from './hooks/upkeep.ts';
export { createIntegrationsModule, type IntegrationsNeeds } from './module.ts';
