import { parseArgs } from 'node:util';
import type { Problem, Result } from '../../shared/result.ts';

/** Where a command's words go. */
export interface Output {
  /** What was asked for. */
  readonly result: (text: string) => void;
  /** What a person should know besides. */
  readonly message: (text: string) => void;
}

interface Option {
  readonly type: 'string' | 'boolean';
  /** May be given more than once. */
  readonly multiple?: boolean;
  /** What stands after it in the usage line, such as NAME. */
  readonly value?: string;
  readonly help: string;
  readonly required?: boolean;
}

/** A command's words after parsing: files in order, and options by name. */
export interface Words {
  readonly files: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly text: (name: string) => string | undefined;
  readonly list: (name: string) => readonly string[];
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Names of the files it takes; those in square brackets may be left out. */
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** More lines for its help: examples, exit codes. */
  readonly notes: readonly string[];
  /** Gives true when all is well; throws a `CommandRefusal` when it cannot be done. */
  readonly run: (words: Words, output: Output) => Promise<boolean>;
}

/** An expected failure on its way to the one place that prints it. */
export class CommandRefusal extends Error {
  readonly problem: Problem;
  readonly isUsage: boolean;

  constructor(problem: Problem, isUsage = false) {
    super(problem.message);
    this.problem = problem;
    this.isUsage = isUsage;
  }
}

/** The value of a success; a failure becomes a refusal. `isUsage` when the words themselves were wrong. */
export function valueOrRefuse<Value>(result: Result<Value>, isUsage = false): Value {
  if (!result.ok) throw new CommandRefusal(result.problem, isUsage);
  return result.value;
}

/** How a command is called, with what each option means. */
export function usageOf({ name, summary, files, options, notes }: Command): string {
  const words = Object.entries(options).map(([option, { value, required, multiple }]) => {
    const text = value === undefined ? `--${option}` : `--${option} ${value}`;
    return `${required ? text : `[${text}]`}${multiple ? '…' : ''}`;
  });
  const width = Math.max(
    0,
    ...Object.entries(options).map(([option, { value = '' }]) => option.length + value.length + 3),
  );
  const lines = Object.entries(options).map(
    ([option, { value = '', help }]) => `  ${`--${option} ${value}`.padEnd(width)}  ${help}`,
  );
  return [
    summary,
    '',
    `Usage: roundtrip ${[name, ...files, ...words].join(' ')}`,
    ...(lines.length > 0 ? ['', ...lines] : []),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ].join('\n');
}

/** A command's words, or a sentence that says what is wrong with them. */
export function parseCommandLine(command: Command, args: readonly string[]): Words | string {
  let parsed;
  try {
    const options = Object.fromEntries(
      Object.entries(command.options).map(([name, { type, multiple = false }]) => [name, { type, multiple }]),
    );
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // The parser's own errors are about the words; anything else is a bug.
    if (
      !(error instanceof TypeError) ||
      !('code' in error) ||
      !String(error.code).startsWith('ERR_PARSE_ARGS')
    )
      throw error;
    // Its first sentence; more lines explain the parser, not this program.
    return `${error.message.split(/\.?\n|\. /)[0]}.`;
  }
  const { values, positionals } = parsed;
  const required = command.files.filter((file) => !file.startsWith('['));
  if (positionals.length < required.length) return `${required[positionals.length]} is missing.`;
  if (positionals.length > command.files.length)
    return `"${positionals[command.files.length]}" is one word too many.`;
  const empty = positionals.findIndex((word) => word.trim() === '');
  if (empty >= 0) return `${command.files[empty]} is empty.`;
  const missing = Object.entries(command.options).find(
    ([name, option]) => option.required && values[name] === undefined,
  );
  if (missing) return `--${missing[0]} is missing.`;
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  return {
    files: positionals,
    flag: (name) => values[name] === true,
    text,
    list: (name) => (Array.isArray(values[name]) ? values[name].map(String) : []),
  };
}
