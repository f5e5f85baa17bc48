/*
 * Stands for the fuses: a mark in the executable followed by its version, its length and one
 * character a fuse, as the packager finds and sets them. Only the fuse that closes the debugging
 * door is acted on; what the others close does not exist here.
 */
import { readFileSync } from 'node:fs';

const mark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

const fuseNames = [
  'RunAsNode',
  'EnableCookieEncryption',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'EnableEmbeddedAsarIntegrityValidation',
  'OnlyLoadAppFromAsar',
  'LoadBrowserProcessSpecificV8Snapshot',
  'GrantFileProtocolExtraPrivileges',
];

/** A line of comment with all fuses unset, to be added to a copy of the executable. */
export const unsetFuses = `\n// ${mark}\u0001${String.fromCharCode(fuseNames.length)}${'\u0020'.repeat(fuseNames.length)}\n`;

/** Takes an executable and the name of a fuse; gives `on`, `off` or `unset`. */
export function fuseState(executable, name) {
  const content = readFileSync(executable, 'latin1');
  const at = content.indexOf(mark);
  if (at < 0) return 'unset';
  const state = content[at + mark.length + 2 + fuseNames.indexOf(name)];
  return state === '1' ? 'on' : state === '0' ? 'off' : 'unset';
}
