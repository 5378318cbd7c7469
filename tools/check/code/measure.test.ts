import { describe, expect, test } from 'vitest';
import { countLines, findLongFunctions, median } from './measure.ts';
import { findCrowdedFolders } from './sizes.ts';

describe('sizes', () => {
  test('the end of the last line is no line', () => {
    expect(countLines('a\nb\n')).toBe(2);
  });

  test('a function is as long as from its first line to its last, whatever kind it is', () => {
    const text = 'function a() {\n\n\n}\nconst b = () => {\n\n\n};\nclass C {\n  d() {\n\n\n  }\n}\n';
    expect(findLongFunctions('x.ts', text, 3).map(({ name, lines }) => [name, lines])).toEqual([
      ['a', 4],
      ['b', 4],
      ['d', 4],
    ]);
  });

  test('the median of nothing is 0', () => {
    expect(median([])).toBe(0);
    expect(median([9, 1, 5])).toBe(5);
  });

  test('a test and a style sheet are no entries of their own', () => {
    const names = Array.from({ length: 15 }, (_, index) => `src/part-${index}.ts`);
    expect(findCrowdedFolders([...names, 'src/part-1.test.ts', 'src/part-1.module.css'])).toEqual([]);
    expect(findCrowdedFolders([...names, 'src/more/a.ts'])).toEqual(['src: 16 entries']);
  });
});
