import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newerNode } from '../../../main/launch/newer-node.mjs';
import { temporaryFolder } from '../host/temporary-folder.ts';

const root = temporaryFolder();
const system = process.platform === 'win32' ? 'win' : process.platform;
const folder = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin');

describe('the Node to run on', () => {
  test('is the running one when there is no other', () => {
    expect(newerNode(root, '20.19.0')).toBeNull();
  });

  test('is the one installed with the program when the running one is older than 22.12', () => {
    const path = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, '');
    expect(newerNode(root, '20.19.0')).toBe(path);
    expect(newerNode(root, '22.11.9')).toBe(path);
    expect(newerNode(root, '22.12.0')).toBeNull();
    expect(newerNode(root, '24.0.0')).toBeNull();
  });
});
