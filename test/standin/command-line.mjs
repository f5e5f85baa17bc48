/*
 * Stands for Electron's reading of its command line: `-r file` loads a file first, `--name` and
 * `--name=value` are switches, the first other argument is the program.
 *
 * It cannot: tell Chromium's switches from a program's own; all of them are kept.
 */

/** Takes the arguments after the executable. */
export function parseCommandLine(args) {
  const preloads = args.filter((_, index) => args[index - 1] === '-r');
  const plain = args.filter((arg, index) => !arg.startsWith('-') && args[index - 1] !== '-r');
  const switches = new Map(
    args
      .filter((arg) => arg.startsWith('--'))
      .map((arg) => {
        const [name, ...value] = arg.slice(2).split('=');
        return [name, value.join('=')];
      }),
  );
  return {
    args,
    preloads,
    program: plain[0],
    hasInspect: [...switches.keys()].some((name) => name.startsWith('inspect')),
    hasSwitch: (name) => switches.has(name),
    getSwitchValue: (name) => switches.get(name) ?? '',
    appendSwitch: (name, value = '') => void switches.set(name, value),
  };
}
