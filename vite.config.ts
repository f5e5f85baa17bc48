import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { buildStamp } from './main/launch/build-state.mjs';

const builtins = [...builtinModules, /^node:/];

/**
 * Leaves a stamp when all three builds are done, by which the launcher sees whether they are still
 * current. It carries the time the build began: a file saved meanwhile is newer.
 */
function stampBuild(): Plugin {
  const began = new Date();
  return {
    name: 'stamp-build',
    apply: 'build',
    buildApp: {
      order: 'post',
      handler: async (builder) => {
        for (const environment of Object.values(builder.environments)) {
          if (!environment.isBuilt) await builder.build(environment);
        }
        mkdirSync(dirname(buildStamp), { recursive: true });
        writeFileSync(buildStamp, '');
        utimesSync(buildStamp, began, began);
      },
    },
  };
}

/*
 * One configuration, three builds: the renderer for the browser engine, the three entries of the
 * machine side as ES modules, and the preload as CommonJS, which a sandboxed window requires.
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), stampBuild()],
  builder: {},
  worker: { format: 'es' },
  build: { emptyOutDir: true },
  environments: {
    client: {
      build: { outDir: '../dist/renderer', target: 'chrome150', chunkSizeWarningLimit: 4000 },
    },
    main: {
      consumer: 'server',
      // The atomic-write library is CommonJS and names its temporary files after its own path.
      define: { __filename: 'import.meta.filename' },
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: '../dist/main',
        target: 'node20',
        minify: false,
        rolldownOptions: {
          input: { desktop: 'main/desktop.ts', browser: 'main/browser.ts', cli: 'main/cli.ts' },
          external: ['electron', ...builtins],
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: '../dist/preload',
        target: 'node20',
        minify: false,
        rolldownOptions: {
          input: 'main/electron/preload.ts',
          external: ['electron', ...builtins],
          output: { format: 'cjs', entryFileNames: 'preload.cjs' },
        },
      },
    },
  },
});
