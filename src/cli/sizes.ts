import { InvalidArgumentError } from 'commander';

const UNITS = { KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 } as const;
/** Less would be all headers. */
const LEAST_BYTES = 2 ** 16;
const MOST_BYTES = 2 ** 50;

/** `64KiB`, `16MiB`, `1.5GiB`: in bytes. */
export function parseSize(text: string): number {
  const match = /^(\d+(?:\.\d+)?) ?([KMGT]iB)$/.exec(text);
  if (!match) throw new InvalidArgumentError(`"${text}" is no size; write it with its unit, such as 512KiB, 64MiB or 2GiB.`);
  const bytes = Math.round(Number(match[1]) * UNITS[match[2] as keyof typeof UNITS]);
  if (bytes < LEAST_BYTES) throw new InvalidArgumentError('At least 64KiB.');
  if (bytes > MOST_BYTES) throw new InvalidArgumentError('At most 1024TiB.');
  return bytes;
}
