/**
 * Reads fields of a parsed JSON object with their types. What does not fit is a
 * `BadField`, thrown because a reader deep inside a record has nothing to return
 * instead; whoever reads the file catches it and adds the line.
 */
export class BadField extends Error {
  override name = 'BadField';
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function parseObject(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BadField(`not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return asObject(value, 'the line');
}

/** Own fields only, so that `constructor` or `__proto__` never come from Object. */
export function field(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** `read` applied to the field, or undefined where it is absent. */
export function optional<T>(object: JsonObject, name: string, read: (object: JsonObject, name: string) => T): T | undefined {
  return field(object, name) === undefined ? undefined : read(object, name);
}

export function object(from: JsonObject, name: string): JsonObject {
  return asObject(field(from, name), quote(name));
}

export function list(from: JsonObject, name: string): readonly unknown[] {
  const value = field(from, name);
  if (!Array.isArray(value)) throw wrong(quote(name), 'a list', value);
  return value;
}

export function text(from: JsonObject, name: string): string {
  const value = field(from, name);
  if (typeof value !== 'string') throw wrong(quote(name), 'text', value);
  return value;
}

export function flag(from: JsonObject, name: string): boolean {
  const value = field(from, name);
  if (typeof value !== 'boolean') throw wrong(quote(name), 'true or false', value);
  return value;
}

/** A whole number from `least` that a double holds exactly. */
export function integer(from: JsonObject, name: string, least: number): number {
  return asInteger(field(from, name), least, quote(name));
}

export function asInteger(value: unknown, least: number, what: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < least)
    throw wrong(what, `a whole number from ${least} to 2^53-1`, value);
  return value as number;
}

/** A whole number of any size, written as text. */
export function bigInteger(from: JsonObject, name: string): bigint {
  return bigIntegerOf(field(from, name), quote(name));
}

export function bigIntegerOf(value: unknown, what: string): bigint {
  if (typeof value !== 'string' || !/^(0|-?[1-9]\d*)$/.test(value))
    throw wrong(what, 'a whole number as text, like "1050"', value);
  return BigInt(value);
}

/** One of the keys of `table`. */
export function oneOf<Key extends string>(value: unknown, table: Readonly<Record<Key, unknown>>, what: string): Key {
  if (typeof value === 'string' && Object.hasOwn(table, value)) return value as Key;
  throw wrong(what, `one of ${Object.keys(table).join(', ')}`, value);
}

export function wrong(what: string, expected: string, found: unknown): BadField {
  const shown = found === undefined ? 'nothing' : (JSON.stringify(found) ?? String(found));
  return new BadField(`${what}: expected ${expected}, found ${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}`);
}

function asObject(value: unknown, what: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(what, 'an object', value);
  return value as JsonObject;
}

function quote(name: string): string {
  return `"${name}"`;
}
