import type { Story } from '../../check/story/story.js';
import { guaranteeNames } from '../../domain/guarantees.js';
import { formatOrigin, formatWriteId, type OriginId, type WriteId } from '../../domain/ids.js';
import { WriteKind } from '../../domain/writes.js';

const KINDS = Object.fromEntries(Object.entries(WriteKind).map(([name, kind]) => [kind, name]));

/**
 * The story as JSON: the same shape, with ids of writes as text, vectors as
 * objects, guarantees and kinds of writes by name, and money beyond doubles as text.
 */
export function storyJson(story: Story): unknown {
  return plain(story, '');
}

function plain(value: unknown, key: string): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (key === 'guarantees' && typeof value === 'number') return guaranteeNames(value as Parameters<typeof guaranteeNames>[0]);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([origin, last]) => [formatOrigin(origin as OriginId), last]));
  if (Array.isArray(value)) return value.map((item) => plain(item, ''));
  if (isWriteId(value)) return formatWriteId(value);
  // A number here means a write: operations have their kind as a word.
  const kind = 'kind' in value && typeof value.kind === 'number' ? { kind: KINDS[value.kind] } : {};
  return { ...Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item, name)])), ...kind };
}

function isWriteId(value: object): value is WriteId {
  return Object.keys(value).length === 2 && 'origin' in value && 'sequence' in value;
}
