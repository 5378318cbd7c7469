import { expect, test } from 'vitest';
import { barCount, peaksOf } from './peaks-of.ts';

test('a sound that grows is drawn growing, its loudest part at full height', () => {
  const peaks = peaksOf(
    Float32Array.from({ length: 48_000 }, (_, index) => (index / 96_000) * (-1) ** index),
  );
  expect(peaks).toHaveLength(barCount);
  expect(peaks.at(-1)).toBe(1);
  expect([...peaks].sort((left, right) => left - right)).toEqual(peaks);
});

test('silence and a sound of no length are flat, not divided by nothing', () => {
  expect(peaksOf(new Float32Array(10_000)).every((peak) => peak === 0)).toBe(true);
  expect(peaksOf(new Float32Array(0)).every((peak) => peak === 0)).toBe(true);
});

test('a sound shorter than the bars keeps its peak', () => {
  expect(Math.max(...peaksOf(Float32Array.of(0, -0.5, 0)))).toBe(1);
});
