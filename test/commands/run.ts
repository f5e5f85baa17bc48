import { run } from '../../main/cli.ts';

export interface Ran {
  readonly code: number;
  readonly result: string;
  readonly message: string;
}

/** Runs a command line in this process and gives what it printed. */
export async function roundtrip(...args: string[]): Promise<Ran> {
  const result: string[] = [];
  const message: string[] = [];
  const code = await run(args, {
    result: (text) => void result.push(text),
    message: (text) => void message.push(text),
  });
  return { code, result: result.join('\n'), message: message.join('\n') };
}
