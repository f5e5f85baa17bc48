import { databaseFunctions } from './database.ts';
import { dateFunctions } from './dates.ts';
import { engineeringFunctions } from './engineering.ts';
import { financialFunctions } from './financial.ts';
import type { FunctionEntries, FunctionEntry } from './function-entry.ts';
import type { GuideArgument, GuideFunction } from './guide-function.ts';
import { informationFunctions } from './information.ts';
import { logicalFunctions } from './logical.ts';
import { lookupFunctions } from './lookup.ts';
import { mathFunctions } from './math.ts';
import { statisticalFunctions } from './statistical.ts';
import { textFunctions } from './text.ts';

const categories: Readonly<Record<string, FunctionEntries>> = {
  'Math and trigonometry': mathFunctions,
  Logical: logicalFunctions,
  Information: informationFunctions,
  'Lookup, reference and arrays': lookupFunctions,
  Text: textFunctions,
  'Date and time': dateFunctions,
  Statistical: statisticalFunctions,
  Financial: financialFunctions,
  Engineering: engineeringFunctions,
  Database: databaseFunctions,
};

function argumentsOf(names: string): GuideArgument[] {
  if (names === '') return [];
  return names.split(/,\s*/).map((text) => ({
    name: text.replace(/[[\]…]/g, ''),
    optional: text.startsWith('['),
    repeated: text.includes('…'),
  }));
}

function guideFunction(category: string, name: string, entry: FunctionEntry): GuideFunction {
  const [argumentNames, meaning, example, differs] = entry;
  return {
    name,
    category,
    arguments: argumentsOf(argumentNames),
    syntax: `${name}(${argumentNames})`,
    meaning,
    example,
    differs,
  };
}

/** All functions that formulas may use, in Excel's categories and their order. */
export const functionGuide: readonly GuideFunction[] = Object.entries(categories).flatMap(
  ([category, entries]) =>
    Object.entries(entries).map(([name, entry]) => guideFunction(category, name, entry)),
);

const byName: ReadonlyMap<string, GuideFunction> = new Map(functionGuide.map((entry) => [entry.name, entry]));

/** What the guide says of a function, whatever the case of its name; undefined for one that formulas may not use. */
export function guideTo(name: string): GuideFunction | undefined {
  return byName.get(name.toUpperCase());
}
