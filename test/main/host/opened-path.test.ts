import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openedPath } from '../../../main/host/opened-path.ts';

describe('the file on the command line', () => {
  test.each([
    [['.', 'deals.roundtrip'], resolve('/home/me', 'deals.roundtrip')],
    [['/abs/Deals.ROUNDTRIP'], resolve('/abs/Deals.ROUNDTRIP')],
    [['--no-sandbox', '--original-process-start-time=1', '/abs/a.roundtrip'], resolve('/abs/a.roundtrip')],
    [['/first.roundtrip', '/second.roundtrip'], resolve('/first.roundtrip')],
    [['file:///home/me/My%20deals.roundtrip'], resolve('/home/me/My deals.roundtrip')],
    [['--file=/abs/a.roundtrip'], null],
    [['.'], null],
    [['notes.txt'], null],
    [[], null],
  ])('%j', (args, path) => {
    expect(openedPath(args, '/home/me')).toBe(path);
  });
});
