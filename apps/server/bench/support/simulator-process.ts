/** A simulator in a process of its own, as Meta is. Its url is the one message it sends. */
import { startSimulator } from '@renkei/simulator';

const simulator = await startSimulator({ seed: 3 });
process.once('SIGTERM', () => void simulator.stop().then(() => process.exit(0)));
process.send?.({ url: simulator.url });
