import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // By default one core stays free, which is half of a machine with two.
    maxWorkers: '100%',
    // Nothing is a failure because the machine is busy with other things as well.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          // To load the program anew for every file takes longer than most tests. What a test puts into
          // the place of a global, it takes out again.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.spec.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
});
