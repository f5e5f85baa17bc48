import { describe, expect, test } from 'vitest';
import { findBrowser } from '../../../main/host/find-browser.ts';

function search(env: NodeJS.ProcessEnv, programs: readonly string[], platform: NodeJS.Platform = 'linux') {
  const found = findBrowser({ env, platform, isProgram: (path) => programs.includes(path) });
  return found.ok ? found.value : found.problem.code;
}

describe('finding a browser', () => {
  test('takes the one that is named before all others', () => {
    expect(
      search({ ROUNDTRIP_BROWSER: '/opt/own', PATH: '/usr/bin' }, ['/opt/own', '/usr/bin/chromium']),
    ).toBe('/opt/own');
  });

  test('does not go on silently when the one that is named is not there', () => {
    expect(search({ ROUNDTRIP_BROWSER: '/opt/own', PATH: '/usr/bin' }, ['/usr/bin/chromium'])).toBe(
      'browser-not-found',
    );
  });

  test('looks along the program path, and not in relative folders of it', () => {
    expect(search({ PATH: '/a:.:/b' }, ['/b/google-chrome', 'chromium'])).toBe('/b/google-chrome');
  });

  test('looks in the usual places of each system', () => {
    expect(search({}, ['/snap/bin/chromium'])).toBe('/snap/bin/chromium');
    const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    expect(search({}, [edge], 'darwin')).toBe(edge);
  });

  test('says so when there is none', () => {
    expect(search({ PATH: '/usr/bin' }, [])).toBe('browser-not-found');
  });
});
