import { defineConfig } from 'oxlint';

/*
 * Who may import whom, as data: each library has one home, each world may read only itself and
 * `shared`, and inside `shared` the arrows point from exchange, analysis, audit and model to the workbook
 * and from there to the engine, which reads only the words that both speak.
 */
const libraryHomes: Record<string, readonly string[]> = {
  hyperformula: ['shared/engine'],
  numfmt: ['shared/workbook'],
  '@borgar/fx': ['shared/workbook', 'renderer/formula-bar'],
  hucre: ['shared/exchange'],
  zod: ['shared', 'renderer/host.ts', 'renderer/workers'],
  electron: ['main/electron', 'main/desktop.ts'],
  'write-file-atomic': ['main/host'],
  handsontable: ['renderer/grid'],
  echarts: ['renderer/charts'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  'react-aria-components': ['renderer'],
  'lucide-react': ['renderer'],
};

/** Folder, and the folders that it must not import from. */
const walls: Record<string, readonly string[]> = {
  shared: ['renderer', 'main', 'test'],
  renderer: ['main', 'test'],
  main: ['renderer', 'test'],
  'shared/engine': ['shared/model', 'shared/analysis', 'shared/audit', 'shared/exchange'],
  'shared/workbook': ['shared/model', 'shared/analysis', 'shared/audit', 'shared/exchange'],
  'shared/function-guide': [
    'shared/model',
    'shared/analysis',
    'shared/audit',
    'shared/exchange',
    'shared/engine',
  ],
  'shared/model': ['shared/analysis', 'shared/audit', 'shared/exchange', 'shared/engine'],
  'shared/model/methods': ['shared/model/sheets', 'shared/model/seeds'],
  'shared/exchange': ['shared/analysis', 'shared/audit', 'shared/model', 'shared/engine'],
  'shared/analysis': ['shared/exchange', 'shared/model', 'shared/engine'],
  'shared/audit': ['shared/analysis', 'shared/exchange', 'shared/model', 'shared/engine'],
};

/** What of the workbook its engine reads: the words for cells, values, dates and formulas. */
const commonWords = [
  'address',
  'date-text',
  'document',
  'excel-date',
  'formula-tokens',
  'line-spans',
  'named-formulas',
  'number-format',
  'number-text',
  'unsupported',
];

const folders = [...new Set([...Object.keys(walls), ...Object.values(libraryHomes).flat()])].toSorted(
  (a, b) => a.length - b.length,
);

const within = (place: string, folder: string) => place === folder || place.startsWith(`${folder}/`);

function restrictions(place: string) {
  const libraries = Object.entries(libraryHomes)
    .filter(([, homes]) => !homes.some((home) => within(place, home)))
    .map(([library, homes]) => ({
      group: [library, `${library}/*`],
      message: `Only ${homes.join(' and ')} may import ${library}.`,
    }));
  const closed = Object.entries(walls)
    .filter(([folder]) => within(place, folder))
    .flatMap(([folder, others]) => others.map((other) => ({ folder, other })))
    .filter(({ other }) => !within(place, other))
    .map(({ folder, other }) => ({
      group: [`../**/${other.split('/').at(-1)}/**`],
      message: `${folder} must not import from ${other}.`,
    }));
  const engine = within(place, 'shared/engine')
    ? [
        {
          group: ['../**/workbook/**', ...commonWords.map((word) => `!../**/workbook/${word}.ts`)],
          message: 'The engine reads only the common words of the workbook.',
        },
      ]
    : [];
  return { patterns: [...libraries, ...closed, ...engine] };
}

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'react', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['dist', 'release', 'test/fixtures'],
  rules: {
    'import/no-cycle': 'error',
    'import/no-unassigned-import': 'off',
    // Namespace-like default exports of CommonJS packages are read as they document it.
    'import/no-named-as-default-member': 'off',
    'react/react-in-jsx-scope': 'off',
    // Overlooks what a function inside the effect uses; exhaustive-deps does the same check rightly.
    'react/exhaustive-effect-dependencies': 'off',
    'no-await-in-loop': 'off',
    // Small functions stand where they are used.
    'unicorn/consistent-function-scoping': 'off',
    // The one kind of message here is between a page and its own worker, which has no origin.
    'unicorn/require-post-message-target-origin': 'off',
    // Tests are tables: titles and expectations come from rows, with the row as the message.
    'vitest/valid-title': 'off',
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'vitest/no-conditional-expect': 'off',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'assert*', 'fc.assert'] }],
  },
  overrides: [
    ...folders.map((folder) => ({
      files: [folder.includes('.') ? folder : `${folder}/**`],
      rules: { 'no-restricted-imports': ['error', restrictions(folder)] as const },
    })),
    // Tests say what they expect of JSON by asserting it.
    { files: ['test/**'], rules: { 'typescript/no-unsafe-type-assertion': 'off' as const } },
  ],
});
