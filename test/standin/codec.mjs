/*
 * Stands for the structured clone that carries values between Electron's processes: text on the
 * wire that keeps what JSON would drop, and refuses what a clone refuses.
 *
 * It cannot: keep cycles and shared references, or carry message ports. Both functions are also
 * sent to the page as source text, so they use nothing from outside themselves.
 */

/** A value as plain JSON. Everything but text, true, false, null and plain numbers is tagged. */
export function encode(value) {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value === undefined) return ['undefined'];
  if (typeof value === 'bigint') return ['bigint', String(value)];
  if (typeof value === 'number') {
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : ['number', Object.is(value, -0) ? '-0' : String(value)];
  }
  if (typeof value === 'function' || typeof value === 'symbol' || value instanceof Promise) {
    throw new Error('An object could not be cloned.');
  }
  if (Array.isArray(value)) return ['array', value.map(encode)];
  if (value instanceof Date) return ['date', value.getTime()];
  if (value instanceof Error) return ['error', value.message];
  if (value instanceof Map) return ['map', [...value].map(([key, item]) => [encode(key), encode(item)])];
  if (value instanceof Set) return ['set', [...value].map(encode)];
  if (ArrayBuffer.isView(value))
    return ['bytes', [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)]];
  if (value instanceof ArrayBuffer) return ['bytes', [...new Uint8Array(value)]];
  return ['object', Object.entries(value).map(([key, item]) => [key, encode(item)])];
}

/** The reverse of `encode`. Byte arrays of every kind come back as Uint8Array. */
export function decode(wire) {
  if (!Array.isArray(wire)) return wire;
  const [kind, content] = wire;
  if (kind === 'undefined') return undefined;
  if (kind === 'bigint') return BigInt(content);
  if (kind === 'number') return Number(content);
  if (kind === 'array') return content.map(decode);
  if (kind === 'date') return new Date(content);
  if (kind === 'error') return new Error(content);
  if (kind === 'map') return new Map(content.map(([key, item]) => [decode(key), decode(item)]));
  if (kind === 'set') return new Set(content.map(decode));
  if (kind === 'bytes') return new Uint8Array(content);
  return Object.fromEntries(content.map(([key, item]) => [key, decode(item)]));
}
