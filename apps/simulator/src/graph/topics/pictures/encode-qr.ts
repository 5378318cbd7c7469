/**
 * A QR code of up to 53 bytes: version 3, error correction L, byte mode, mask 0 (ISO/IEC 18004). Enough for every
 * short link; rows of modules, true is dark.
 */
export function encodeQr(text: string): boolean[][] {
  const codewords = withCorrection(dataCodewords(Buffer.from(text)));
  const bits = codewords.flatMap((byte) => bitsOf(byte, 8));
  const grid = drawFunctionPatterns();
  let index = 0;
  for (const { row, column } of dataPositions(grid)) {
    const isDark = bits[index] ?? false;
    index += 1;
    set(grid, row, column, isDark !== ((row + column) % 2 === 0));
  }
  return grid.map((line) => line.map((module) => module === true));
}

const size = 29;
const dataLength = 55;
const correctionLength = 15;
/** Error correction L and mask 0, with their own correction and mask (table C.1). */
const formatBits = '111011111000100';

type Module = boolean | undefined;
type Grid = Module[][];

function dataCodewords(bytes: Buffer): number[] {
  if (bytes.length > dataLength - 2) throw new Error(`A QR code here holds ${dataLength - 2} bytes`);
  const bits = [
    ...bitsOf(0b0100, 4),
    ...bitsOf(bytes.length, 8),
    ...[...bytes].flatMap((byte) => bitsOf(byte, 8)),
    ...bitsOf(0, 4),
  ];
  const words: number[] = [];
  for (let start = 0; start < bits.length; start += 8) {
    words.push(bits.slice(start, start + 8).reduce((byte, bit) => byte * 2 + Number(bit), 0));
  }
  for (let pad = 0; words.length < dataLength; pad += 1) words.push(pad % 2 === 0 ? 0xec : 0x11);
  return words;
}

function bitsOf(value: number, length: number): boolean[] {
  return Array.from({ length }, (_, index) => ((value >> (length - 1 - index)) & 1) === 1);
}

/** Reed-Solomon over GF(256) with the polynomial 0x11d. */
function withCorrection(data: readonly number[]): number[] {
  const generator = generatorPolynomial();
  const remainder: number[] = Array.from({ length: correctionLength }, () => 0);
  for (const byte of data) {
    const factor = byte ^ (remainder.shift() ?? 0);
    remainder.push(0);
    generator.forEach((coefficient, index) => {
      remainder[index] = (remainder[index] ?? 0) ^ multiply(coefficient, factor);
    });
  }
  return [...data, ...remainder];
}

/** Coefficients after the leading 1, highest power first. */
function generatorPolynomial(): number[] {
  const result: number[] = Array.from({ length: correctionLength }, () => 0);
  result[correctionLength - 1] = 1;
  let root = 1;
  for (let step = 0; step < correctionLength; step += 1) {
    for (let index = 0; index < correctionLength; index += 1) {
      result[index] = multiply(result[index] ?? 0, root) ^ (result[index + 1] ?? 0);
    }
    root = multiply(root, 2);
  }
  return result;
}

function multiply(left: number, right: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((right >>> bit) & 1) * left;
  }
  return product;
}

function drawFunctionPatterns(): Grid {
  const grid: Grid = Array.from({ length: size }, () => Array.from({ length: size }, () => undefined));
  for (let index = 0; index < size; index += 1) {
    set(grid, 6, index, index % 2 === 0);
    set(grid, index, 6, index % 2 === 0);
  }
  drawFinder(grid, 3, 3);
  drawFinder(grid, 3, size - 4);
  drawFinder(grid, size - 4, 3);
  drawAlignment(grid, 22, 22);
  drawFormat(grid);
  return grid;
}

/** A finder pattern with its light border, around its centre. */
function drawFinder(grid: Grid, row: number, column: number): void {
  for (let down = -4; down <= 4; down += 1) {
    for (let right = -4; right <= 4; right += 1) {
      const distance = Math.max(Math.abs(down), Math.abs(right));
      set(grid, row + down, column + right, distance !== 2 && distance !== 4);
    }
  }
}

function drawAlignment(grid: Grid, row: number, column: number): void {
  for (let down = -2; down <= 2; down += 1) {
    for (let right = -2; right <= 2; right += 1) {
      set(grid, row + down, column + right, Math.max(Math.abs(down), Math.abs(right)) !== 1);
    }
  }
}

/** Both copies of the format bits, bit 0 last in the text, and the module that is always dark. */
function drawFormat(grid: Grid): void {
  for (let bit = 0; bit < formatBits.length; bit += 1) {
    const isDark = formatBits[formatBits.length - 1 - bit] === '1';
    if (bit < 6) set(grid, bit, 8, isDark);
    else if (bit < 8) set(grid, bit + 1, 8, isDark);
    else set(grid, 8, bit === 8 ? 7 : 14 - bit, isDark);
    if (bit < 8) set(grid, 8, size - 1 - bit, isDark);
    else set(grid, size - 15 + bit, 8, isDark);
  }
  set(grid, size - 8, 8, true);
}

/** Modules still free, in the zigzag of columns from the right. */
function* dataPositions(grid: Grid): Iterable<{ readonly row: number; readonly column: number }> {
  let isUpwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const row = isUpwards ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (grid[row]?.[column] === undefined) yield { row, column };
      }
    }
    isUpwards = !isUpwards;
  }
}

function set(grid: Grid, row: number, column: number, isDark: boolean): void {
  const line = grid[row];
  if (line && column >= 0 && column < size) line[column] = isDark;
}
