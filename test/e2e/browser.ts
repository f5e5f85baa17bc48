import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describeProblem } from '../../shared/result.ts';
import { findBrowser } from '../../main/host/find-browser.ts';

/**
 * The path of a Chromium for the end-to-end specs.
 *
 * Where there is none, it is installed if this is Debian and the root user, as in a bare container.
 * Throws, with what to install, when there is still none.
 */
export function browserForTests(): string {
  const found = findBrowser();
  if (found.ok) return found.value;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('Installing Chromium for the end-to-end specs…');
    // A bare container has no package lists.
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: 'inherit',
    });
    const installed = findBrowser();
    if (installed.ok) return installed.value;
  }
  throw new Error(`The end-to-end specs need a browser. ${describeProblem(found.problem)}`);
}
