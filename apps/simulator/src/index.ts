export { createSimulatorControl, type SimulatorControl } from './control/client.ts';
export type { Faults, FaultsInput } from './control/faults.ts';
export type { WorldInput } from './control/world-input.ts';
export { type Simulator, type SimulatorOptions, startSimulator } from './main.ts';
