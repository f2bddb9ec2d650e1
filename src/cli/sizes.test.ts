import { InvalidArgumentError } from 'commander';
import { describe, expect, test } from 'vitest';
import { parseSize } from './sizes.js';

describe('a size', () => {
  test.each([
    ['64KiB', 65_536],
    ['16MiB', 16_777_216],
    ['1.5GiB', 1_610_612_736],
    ['1 GiB', 1_073_741_824],
  ])('%s is so many bytes', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });

  test.each(['', '64', '64 mebibytes', '64mib', '64MB', '-1MiB', '1e3MiB', '1KiB', '1025TiB'])('%j is refused', (text) => {
    expect(() => parseSize(text)).toThrow(InvalidArgumentError);
  });
});
