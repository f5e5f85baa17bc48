// @ts-check

/**
 * Whether this machine can show a window. Linux says so with one of two variables; the other
 * systems always can.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {boolean}
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/**
 * Whether Chromium's sandbox has to be left off: it refuses to run for the root user of Linux.
 *
 * @returns {boolean}
 */
export function runsAsRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
