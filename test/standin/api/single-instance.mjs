/*
 * Stands for the single-instance lock: the first program on a user-data folder keeps a lock file
 * there; a later one leaves its command line in a folder beside it, which the first one watches.
 */
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const pollMilliseconds = 50;

/** Takes the folder and whom to tell of later starts; gives whether this start is the first. */
export function takeInstanceLock(userData, additionalData, onSecond) {
  const lock = join(userData, 'standin-lock');
  const messages = join(userData, 'standin-starts');
  mkdirSync(messages, { recursive: true });
  if (!claim(lock)) {
    const message = join(messages, `${process.pid}`);
    const content = { args: process.argv, folder: process.cwd(), additionalData };
    writeFileSync(`${message}.part`, JSON.stringify(content));
    renameSync(`${message}.part`, message);
    return false;
  }
  setInterval(() => {
    for (const name of readdirSync(messages).filter((one) => !one.endsWith('.part'))) {
      const { args, folder, additionalData: data } = JSON.parse(readFileSync(join(messages, name), 'utf8'));
      rmSync(join(messages, name));
      onSecond(args, folder, data);
    }
  }, pollMilliseconds).unref();
  process.on('exit', () => rmSync(lock, { force: true }));
  return true;
}

function claim(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isRunning(Number(readFileSync(lock, 'utf8')))) return false;
    // Its owner was killed.
    rmSync(lock, { force: true });
    return claim(lock);
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
