/** Bytes per step: `String.fromCharCode` takes its characters as arguments, of which there can only be so many. */
const step = 0x8000;

/** Bytes as base64, as the host takes the content of binary files. */
export function base64(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += step)
    characters += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(characters);
}
