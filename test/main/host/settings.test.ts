import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../../shared/host.ts';
import { readSettings, writeSettings } from '../../../main/host/settings.ts';
import { temporaryFolder } from './temporary-folder.ts';

const root = temporaryFolder();
let folder: string;
let last = 0;
beforeEach(() => {
  folder = join(root, `user-${++last}`);
});

function store(text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), text);
}

describe('the settings', () => {
  test('are the defaults at first, without a word', async () => {
    expect(await readSettings(folder)).toEqual({ settings: defaultSettings, problem: null });
  });

  test('come back as they were kept, in a folder that is made for them', async () => {
    const settings: Settings = {
      ...defaultSettings,
      theme: 'dark',
      density: 'compact',
      handsontableKey: 'a-b',
      personName: 'Ana',
      recentChoices: ['file.save', 'sheet Deals'],
    };
    expect(await writeSettings(folder, settings)).toEqual({ ok: true, value: null });
    expect(await readSettings(folder)).toEqual({ settings, problem: null });
  });

  test.each([
    ['text that was cut off', '{"theme":"da'],
    ['another shape', '[]'],
    ['nothing', ''],
    ['null', 'null'],
    ['a theme that does not exist', '{"theme":"pink"}'],
    ['a number for a text', '{"hyperformulaKey":1}'],
  ])(
    'fall back to the defaults when damaged (%s), say so, and keep the damaged file aside',
    async (_what, text) => {
      store(text);
      const { settings, problem } = await readSettings(folder);
      expect(settings).toEqual(defaultSettings);
      expect(problem).toMatchObject({
        code: 'settings-damaged',
        subject: join(folder, 'settings.damaged.json'),
      });
      expect(readdirSync(folder)).toEqual(['settings.damaged.json']);
      expect(readFileSync(join(folder, 'settings.damaged.json'), 'utf8')).toBe(text);
      expect((await readSettings(folder)).problem).toBeNull();
    },
  );

  test('of an older or newer version are taken as far as they are known', async () => {
    store('{"theme":"light","inventedLater":true}');
    expect(await readSettings(folder)).toEqual({
      settings: { ...defaultSettings, theme: 'light' },
      problem: null,
    });
  });

  test('that cannot be read are reported and left where they are', async () => {
    mkdirSync(join(folder, 'settings.json'), { recursive: true });
    const { settings, problem } = await readSettings(folder);
    expect(settings).toEqual(defaultSettings);
    expect(problem).toMatchObject({ code: 'is-a-folder' });
  });

  test('that cannot be kept are refused with what to do', async () => {
    writeFileSync(join(root, 'file'), '');
    expect(await writeSettings(join(root, 'file', 'inner'), defaultSettings)).toMatchObject({
      ok: false,
      problem: { code: 'not-a-folder' },
    });
  });
});
