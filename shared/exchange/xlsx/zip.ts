import { failure, success, type Result } from '../../result.ts';

/*
 * Zip archives in memory: looking into one before it is unpacked, unpacking with a limit that
 * holds whatever the archive claims, and packing. Deflate is the platform's own.
 */

/** The platform's streams of bytes, named here since `shared` knows neither the DOM nor Node. */
interface ByteStream {
  readonly readable: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> };
  };
  readonly writable: { getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> } };
}
declare const CompressionStream: new (format: 'deflate-raw') => ByteStream;
declare const DecompressionStream: new (format: 'deflate-raw') => ByteStream;
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** One file of an archive as its directory lists it; the sizes are claims. */
export interface ZipEntry {
  readonly name: string;
  readonly compressedSize: number;
  readonly size: number;
  readonly method: number;
  readonly encrypted: boolean;
  /** CRC-32 of its unpacked bytes. */
  readonly crc: number;
  /** Where its local header begins, in bytes from the start of the archive. */
  readonly start: number;
}

/** The files of an archive by name. */
export type ZipParts = ReadonlyMap<string, Uint8Array>;

const endSignature = 0x0605_4b50;
const directorySignature = 0x0201_4b50;
const localSignature = 0x0403_4b50;
const endLength = 22;
const longestComment = 65_535;
const stored = 0;
const deflated = 8;

/** UTF-8 text of a part. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** A part of UTF-8 text. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/**
 * The directory of a zip archive, without unpacking anything. Gives null when the bytes are no
 * archive, or one whose directory is damaged or of the 64-bit kind.
 */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directorySignature) return null;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > view.byteLength) return null;
    const entry = {
      name: textOf(bytes.subarray(at + 46, at + 46 + nameLength)),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      start: view.getUint32(at + 42, true),
    };
    if (entry.compressedSize === 0xffff_ffff || entry.size === 0xffff_ffff || entry.start === 0xffff_ffff)
      return null;
    entries.push(entry);
    at = next;
  }
  return entries;
}

function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - endLength;
  for (let at = last; at >= 0 && at >= last - longestComment; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return null;
}

/**
 * All files of an archive, unpacked. Refuses, while unpacking, an archive that grows beyond
 * `limit` bytes (`archive-too-large`), and one that does not unpack or whose parts do not have the
 * checksums that it lists (`archive-damaged`).
 */
export async function unzip(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  limit: number,
): Promise<Result<ZipParts>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, Uint8Array>();
  let room = limit;
  for (const entry of entries) {
    if (entry.name.endsWith('/')) continue;
    if (entry.start + 30 > view.byteLength || view.getUint32(entry.start, true) !== localSignature)
      return damaged(entry);
    const start =
      entry.start + 30 + view.getUint16(entry.start + 26, true) + view.getUint16(entry.start + 28, true);
    if (start + entry.compressedSize > bytes.length || entry.encrypted) return damaged(entry);
    const packed = bytes.subarray(start, start + entry.compressedSize);
    if (entry.method !== stored && entry.method !== deflated) return damaged(entry);
    const unpacked =
      entry.method === stored ? packed : await through(new DecompressionStream('deflate-raw'), packed, room);
    if (unpacked === 'damaged') return damaged(entry);
    if (unpacked === 'too large' || unpacked.length > room) return tooLarge(limit);
    if (checksum(unpacked) !== entry.crc) return damaged(entry);
    room -= unpacked.length;
    parts.set(entry.name, unpacked);
  }
  return success(parts);
}

function damaged(entry: ZipEntry): Result<never> {
  return failure({
    code: 'archive-damaged',
    message: `The part "${entry.name}" of the archive is damaged.`,
    remedy: 'Copy or download the file again.',
  });
}

function tooLarge(limit: number): Result<never> {
  return failure({
    code: 'archive-too-large',
    message: `The archive unpacks to more than ${Math.round(limit / 1_048_576)} MB.`,
    remedy: 'Open it in the program that made it and save the sheets that are needed as a smaller file.',
  });
}

async function through(
  stream: ByteStream,
  bytes: Uint8Array,
  limit: number,
): Promise<Uint8Array | 'too large' | 'damaged'> {
  const writer = stream.writable.getWriter();
  // Whatever goes wrong on this side is met again on the reading side, which reports it.
  const written = writer
    .write(bytes)
    .then(() => writer.close())
    .then(
      () => undefined,
      () => undefined,
    );
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || !value) break;
      length += value.length;
      if (length > limit) {
        await reader.cancel();
        return 'too large';
      }
      chunks.push(value);
    }
  } catch {
    return 'damaged';
  }
  await written;
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** An archive of the parts in their order; `compress` false stores them as they are. */
export async function zip(parts: ZipParts, compress: boolean): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const add = (chunk: Uint8Array, list: Uint8Array[] = chunks) => {
    list.push(chunk);
    if (list === chunks) at += chunk.length;
  };
  for (const [name, bytes] of parts) {
    const packed = compress ? await through(new CompressionStream('deflate-raw'), bytes, Infinity) : bytes;
    if (typeof packed === 'string') throw new Error(`The part "${name}" could not be packed: ${packed}`);
    const start = at;
    const header = entryHeader(
      compress ? deflated : stored,
      checksum(bytes),
      packed.length,
      bytes.length,
      bytesOf(name).length,
    );
    add(numbers([[localSignature, 4], ...header]));
    add(bytesOf(name));
    add(packed);
    add(
      numbers([[directorySignature, 4], [20, 2], ...header, [0, 2], [0, 2], [0, 2], [0, 4], [start, 4]]),
      directory,
    );
    add(bytesOf(name), directory);
  }
  const directoryStart = at;
  directory.forEach((chunk) => add(chunk));
  add(
    numbers([
      [endSignature, 4],
      [0, 2],
      [0, 2],
      [parts.size, 2],
      [parts.size, 2],
      [at - directoryStart, 4],
      [directoryStart, 4],
      [0, 2],
    ]),
  );
  return joined(chunks, at);
}

/** A number and the bytes it takes. */
type Field = readonly [value: number, length: 2 | 4];

/** The first of January 1980, midnight: archives of the same parts are the same bytes. */
const zipDate = 0x0021;
const utf8Names = 0x0800;

/** The fields that the local header and the directory share. */
function entryHeader(
  method: number,
  crc: number,
  compressedSize: number,
  size: number,
  nameLength: number,
): Field[] {
  return [
    [20, 2],
    [utf8Names, 2],
    [method, 2],
    [0, 2],
    [zipDate, 2],
    [crc, 4],
    [compressedSize, 4],
    [size, 4],
    [nameLength, 2],
    [0, 2],
  ];
}

function numbers(fields: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [, length]) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, length] of fields) {
    if (length === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += length;
  }
  return bytes;
}

const checksumTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
  return value;
});

/** CRC-32 of the bytes, as zip asks for it. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (checksumTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffff_ffff) >>> 0;
}
