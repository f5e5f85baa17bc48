// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Builds the program.
 *
 * @param {string} root the folder with the sources
 * @returns {boolean} whether it succeeded; when not, the build's own output has been printed
 */
export function build(root) {
  console.error('Building Roundtrip…');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    cwd: root,
    // A test runner sets another one, under which React would be built for development.
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (built.status === 0) return true;
  console.error(built.error?.message ?? `${built.stdout}${built.stderr}`.trim());
  console.error('Roundtrip could not be built. Run "npm ci" and try again.');
  return false;
}
