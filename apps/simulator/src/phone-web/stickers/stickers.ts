import happy from './happy.webp';
import ok from './ok.webp';
import question from './question.webp';
import sorry from './sorry.webp';
import thanks from './thanks.webp';
import wave from './wave.webp';

/** Our own drawings: each WebP (512 × 512, below 100 KB as stickers must be) is made from the SVG in source/. */
export const stickers = [
  { name: 'wave', url: wave },
  { name: 'thanks', url: thanks },
  { name: 'happy', url: happy },
  { name: 'sorry', url: sorry },
  { name: 'question', url: question },
  { name: 'ok', url: ok },
] as const;
