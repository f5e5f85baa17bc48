import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where settings are kept when Electron does not say it: the same folder Electron would choose,
 * so that both entries share them. `ROUNDTRIP_USER_DATA` names another one.
 */
export function userDataFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const chosen = env['ROUNDTRIP_USER_DATA'];
  if (chosen) return chosen;
  const home = homedir();
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Roundtrip');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Roundtrip');
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Roundtrip');
}
