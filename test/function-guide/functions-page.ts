import { columnLetters } from '../../shared/workbook/address.ts';
import { exampleCells } from '../../shared/function-guide/example-cells.ts';
import type { GuideFunction } from '../../shared/function-guide/guide-function.ts';
import { resultText } from '../../shared/function-guide/result-text.ts';
import type { CellValue } from '../../shared/workbook/document.ts';
import { functionsIn, type Proof } from './calls.ts';

/** Functions whose result is another one every time or every day. */
const changing = new Set(['NOW', 'RAND', 'RANDARRAY', 'RANDBETWEEN', 'TODAY']);

const code = (text: string) => `\`${text.replaceAll('|', '\\|')}\``;

function exampleTable(): string {
  const letters = exampleCells[0]?.map((_, column) => columnLetters(column)) ?? [];
  const row = (cells: readonly (string | number | null)[]) =>
    `| ${cells.map((cell) => cell ?? '').join(' | ')} |`;
  return [
    row(['', ...letters]),
    row(['---', ...letters.map(() => '---')]),
    ...exampleCells.map((cells, index) => row([index + 1, ...cells])),
  ].join('\n');
}

/** The page of all functions, as Markdown. */
export function functionsPage(
  guide: readonly GuideFunction[],
  proofs: ReadonlyMap<string, Proof>,
  calculate: (formula: string) => readonly (readonly CellValue[])[],
): string {
  const resultOf = (example: string) =>
    functionsIn(example).some((name) => changing.has(name))
      ? 'changes'
      : code(resultText(calculate(example)));
  const line = ({ name, syntax, meaning, example, differs }: GuideFunction) => {
    const confirmed = (proofs.get(name)?.confirmed ?? 0) > 0 ? 'yes' : '';
    return `| ${code(syntax)} | ${meaning} | ${code(example)} | ${resultOf(example)} | ${differs ?? 'The same.'} | ${confirmed} |`;
  };
  const categories = [...new Set(guide.map(({ category }) => category))];
  const sections = categories.map((category) => {
    const own = guide.filter((one) => one.category === category);
    return `## ${category}

| Function | What it gives | Example | Result | Against Excel | LibreOffice |
| --- | --- | --- | --- | --- | --- |
${own.map(line).join('\n')}
`;
  });
  return `# Functions

The ${guide.length} functions that formulas may use, all of them Excel's, in Excel's categories. Arguments in
brackets may be left out; \`…\` stands after those that may be repeated. Help > Functions (Shift F3) shows the
same in the window, and what a formula needs shows while it is written.

Each has formulas with a known result among the tests: documented, or worked out by hand. Where it says
*yes* under LibreOffice, that program recalculates further calls and agrees, but for differences that are
named with the reason why Excel sides with us; the others are newer than it, or change each time. A
function that is not listed here is refused by name when it is typed.

Some examples read these cells:

${exampleTable()}

This page is made from the guide in \`shared/function-guide\` by a test, which fails when it is not up to date;
\`npx vitest run --project unit test/function-guide --update\` writes it anew.

${sections.join('\n')}`;
}
