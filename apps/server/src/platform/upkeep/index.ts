/** What keeps tables from growing for ever: each module says what of its own grows old, operations does it. */
export {
  checkPerWorkspace,
  retainInSystem,
  retainPerWorkspace,
  type Upkeep,
  type UpkeepContext,
} from './upkeep.ts';
