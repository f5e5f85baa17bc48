import manifest from '../package.json' with { type: 'json' };
import { auditWorkbook } from './commands/audit.ts';
import { check } from './commands/check.ts';
import { calc } from './commands/calc.ts';
import { CommandRefusal, parseCommandLine, usageOf, type Command, type Output } from './commands/command.ts';
import { exportWorkbook } from './commands/export.ts';
import { log } from './commands/log.ts';
import { newWorkbook } from './commands/new.ts';
import { report } from './commands/report.ts';
import { describeProblem } from '../shared/result.ts';

const commands: readonly Command[] = [newWorkbook, report, exportWorkbook, check, auditWorkbook, log, calc];

/** Exit codes: 0 done, 1 could not be done or a check fails, 2 the words were wrong. */
const exitCode = { done: 0, failed: 1, usage: 2 } as const;

/**
 * The program without a screen.
 *
 * Takes the words after `roundtrip`; gives the exit code. Results go to standard output, messages
 * to standard error; a refusal is a message, never a stack trace.
 */
export async function run(args: readonly string[], output: Output = terminal): Promise<number> {
  const [name = 'help', ...rest] = args;
  if (name === '--version') {
    output.result(manifest.version);
    return exitCode.done;
  }
  if (name === 'help' || name === '--help' || name === '-h') {
    const about = commands.find((candidate) => candidate.name === rest[0]);
    output.result(about ? usageOf(about) : overview());
    return exitCode.done;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    output.message(`There is no command "${name}".\n\n${overview()}`);
    return exitCode.usage;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    output.result(usageOf(command));
    return exitCode.done;
  }
  const words = parseCommandLine(command, rest);
  if (typeof words === 'string') {
    output.message(`${words}\n\n${usageOf(command)}`);
    return exitCode.usage;
  }
  try {
    return (await command.run(words, output)) ? exitCode.done : exitCode.failed;
  } catch (error) {
    if (!(error instanceof CommandRefusal)) throw error;
    const message = describeProblem(error.problem);
    output.message(error.isUsage ? `${message}\n\n${usageOf(command)}` : message);
    return error.isUsage ? exitCode.usage : exitCode.failed;
  }
}

/** A reader that stops early, such as `head`, is no failure; a full disk is one. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCode.done);
  process.stderr.write(`The result could not be written: ${error.message}\n`);
  process.exit(exitCode.failed);
});

const terminal: Output = {
  result: (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  message: (text) => process.stderr.write(`${text}\n`),
};

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'Roundtrip: an offline workbook of circular AI financing.',
    '',
    'Usage: roundtrip [start] [FILE]     opens the window',
    '       roundtrip COMMAND …          works without a screen',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'roundtrip COMMAND --help tells more.',
  ].join('\n');
}
