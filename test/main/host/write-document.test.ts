import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkTarget, writeDocument, writeExport } from '../../../main/host/write-document.ts';
import { temporaryFolder } from './temporary-folder.ts';

const root = temporaryFolder();
// The folder is entered as another user below.
chmodSync(root, 0o755);
const isRoot = process.getuid?.() === 0;

/** Some containers keep even the root user from it. */
function canMount(): boolean {
  if (process.platform !== 'linux' || !isRoot) return false;
  const folder = newFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0;
  if (mounted) execFileSync('umount', [folder]);
  return mounted;
}

let last = 0;
function newFolder(): string {
  const folder = join(root, `folder-${++last}`);
  mkdirSync(folder);
  return folder;
}

function save(path: string, text: string, replace = true) {
  return writeDocument({ path, content: { kind: 'text', text }, replace });
}

describe('saving a workbook', () => {
  test('writes a new file and gives its path', async () => {
    const path = join(newFolder(), 'new.roundtrip');
    expect(await save(path, '{"Ω":1}', false)).toEqual({ ok: true, value: { path } });
    expect(readFileSync(path, 'utf8')).toBe('{"Ω":1}');
  });

  test('replaces a file whole and leaves nothing else behind', async () => {
    const folder = newFolder();
    const path = join(folder, 'a.roundtrip');
    await save(path, 'a longer content than the next');
    await save(path, 'short');
    expect(readFileSync(path, 'utf8')).toBe('short');
    expect(readdirSync(folder)).toEqual(['a.roundtrip']);
  });

  test('writes bytes as they are', async () => {
    const path = join(newFolder(), 'a.xlsx');
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const base64 = Buffer.from(bytes).toString('base64');
    expect(await writeDocument({ path, content: { kind: 'bytes', base64 }, replace: false })).toMatchObject({
      ok: true,
    });
    expect(new Uint8Array(readFileSync(path))).toEqual(bytes);
  });

  test('of two at the same time, the file has one of both, whole', async () => {
    const folder = newFolder();
    const path = join(folder, 'a.roundtrip');
    const contents = ['one', 'two', 'three'].map((text) => text.repeat(100_000));
    await Promise.all(contents.map((text) => save(path, text)));
    expect(contents).toContain(readFileSync(path, 'utf8'));
    expect(readdirSync(folder)).toEqual(['a.roundtrip']);
  });

  test.skipIf(process.platform === 'win32')(
    'keeps who may read the file, and follows a link to it',
    async () => {
      const folder = newFolder();
      const path = join(folder, 'a.roundtrip');
      const link = join(folder, 'link.roundtrip');
      writeFileSync(path, 'old');
      chmodSync(path, 0o600);
      symlinkSync(path, link);
      expect(await save(link, 'new')).toMatchObject({ ok: true });
      expect(readFileSync(path, 'utf8')).toBe('new');
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
    },
  );
});

describe('a save that fails leaves the old file and no litter', () => {
  /** Saves over an existing file; gives the problem's code and checks that nothing has changed. */
  async function failedSave(path: string, text = 'new', replace = true): Promise<string> {
    const before = state(path);
    const saved = await save(path, text, replace);
    if (saved.ok) throw new Error('The save succeeded.');
    expect(state(path)).toEqual(before);
    expect(saved.problem.message).toMatch(/^\S.* could not be saved: .+\.$/u);
    expect(saved.problem.remedy).toMatch(/^[A-Z].+\.$/u);
    expect(saved.problem.subject).toBe(path);
    return saved.problem.code;
  }

  function state(path: string) {
    const folder = join(path, '..');
    const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
    const listed = isFolder ? readdirSync(folder).toSorted() : [];
    const isFile = listed.includes(basename(path)) && lstatSync(path).isFile();
    return { listed, content: isFile ? readFileSync(path, 'utf8') : null };
  }

  function existing(folder = newFolder()): string {
    const path = join(folder, 'a.roundtrip');
    writeFileSync(path, 'old');
    return path;
  }

  test('an existing file that is not to be replaced', async () => {
    expect(await failedSave(existing(), 'new', false)).toBe('exists');
  });

  test('a missing folder', async () => {
    expect(await failedSave(join(newFolder(), 'missing', 'a.roundtrip'))).toBe('folder-missing');
  });

  test('a path through a file', async () => {
    expect(await failedSave(join(existing(), 'b.roundtrip'))).toBe('not-a-folder');
  });

  test('a folder of that name', async () => {
    const path = join(newFolder(), 'a.roundtrip');
    mkdirSync(path);
    expect(await failedSave(path)).toBe('is-a-folder');
  });

  test('a name that is too long', async () => {
    expect(await failedSave(join(newFolder(), `${'a'.repeat(300)}.roundtrip`))).toBe('name-too-long');
  });

  test('a name just short enough for the file, but not for the temporary one beside it', async () => {
    expect(await failedSave(join(newFolder(), `${'a'.repeat(245)}.roundtrip`))).toBe('name-too-long');
  });

  test.each(['a.txt', '.bashrc', 'a.roundtrip.exe', 'roundtrip'])(
    'the name %s, which is none of the program',
    async (name) => {
      expect(await failedSave(join(newFolder(), name))).toBe('wrong-kind');
    },
  );

  test('a workbook written where only a PDF is expected', async () => {
    const path = join(newFolder(), 'a.roundtrip');
    const saved = await writeExport(path, '', { replace: true, kinds: ['pdf'] });
    expect(saved).toMatchObject({
      ok: false,
      problem: { code: 'wrong-kind', remedy: 'Choose a name that ends in .pdf.' },
    });
  });

  test('a target that is checked before there is content is refused as the save is, and left as it is', async () => {
    const rules = { replace: false, kinds: ['roundtrip'] } as const;
    const [file, folder] = [existing(), newFolder()];
    for (const path of [
      file,
      join(folder, 'missing', 'a.roundtrip'),
      join(folder, 'a.txt'),
      join(file, 'b.roundtrip'),
    ]) {
      const before = state(path);
      const refused = await checkTarget(path, rules);
      expect(refused.ok).toBe(false);
      expect(refused).toEqual(await writeExport(path, 'new', rules));
      expect(state(path)).toEqual(before);
    }
    const path = join(folder, 'a.roundtrip');
    expect(await checkTarget(path, rules)).toEqual({ ok: true, value: { path } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a relative path', async () => {
    const saved = await save('a.roundtrip', 'new');
    expect(saved).toMatchObject({ ok: false, problem: { code: 'relative-path' } });
  });

  test('a file that is marked as read-only, though its folder is not', async () => {
    const path = existing();
    chmodSync(path, 0o444);
    expect(await failedSave(path)).toBe('read-only-file');
  });

  test.skipIf(process.platform === 'win32')('a folder in which nothing may be written', async () => {
    const folder = newFolder();
    const path = existing(folder);
    chmodSync(path, 0o666);
    chmodSync(folder, 0o555);
    // The root user may write everywhere, so the attempt is made as nobody.
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect(await failedSave(path)).toBe('no-permission');
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(folder, 0o755);
    }
  });

  test.skipIf(process.platform === 'win32')(
    'a file above the size the system allows, written in several parts',
    () => {
      const path = existing();
      // Without a listener the signal would end the process; with one, the write fails, as it does
      // on a disk with such a limit.
      const script = `
      process.on('SIGXFSZ', () => {});
      const { writeDocument } = await import(${JSON.stringify(new URL('../../../main/host/write-document.ts', import.meta.url).href)});
      const text = 'x'.repeat(300_000);
      console.log(JSON.stringify(await writeDocument({ path: ${JSON.stringify(path)}, content: { kind: 'text', text }, replace: true })));
    `;
      // A limit in blocks of 512 or 1,024 bytes, less than the content in both.
      const told = execFileSync(
        'sh',
        ['-c', 'ulimit -f 128; exec "$0" --input-type=module -e "$1"', process.execPath, script],
        {
          encoding: 'utf8',
          env: { ...process.env, NODE_OPTIONS: '', NODE_NO_WARNINGS: '1' },
        },
      );
      expect(JSON.parse(told)).toMatchObject({ ok: false, problem: { code: 'too-large' } });
      expect(state(path)).toEqual({ listed: ['a.roundtrip'], content: 'old' });
    },
  );

  describe.skipIf(!canMount())('on a disk of its own', () => {
    let disk: string | null = null;
    function mountDisk(): string {
      disk = newFolder();
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
      return disk;
    }
    afterEach(() => {
      if (disk !== null) execFileSync('umount', [disk]);
      disk = null;
    });

    test('that is full half-way through the file', async () => {
      const path = existing(mountDisk());
      expect(await failedSave(path, 'x'.repeat(200_000))).toBe('disk-full');
    });

    test('that is full before the file has begun', async () => {
      const folder = mountDisk();
      const path = existing(folder);
      expect(() => writeFileSync(join(folder, 'filler'), 'x'.repeat(100_000))).toThrow('ENOSPC');
      expect(await failedSave(path, 'x'.repeat(10_000))).toBe('disk-full');
    });

    test('that can only be read', async () => {
      const folder = mountDisk();
      const path = existing(folder);
      execFileSync('mount', ['-o', 'remount,ro', folder]);
      expect(await failedSave(path)).toBe('read-only-disk');
    });
  });
});
