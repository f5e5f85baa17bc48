import { hostMethods } from '../../shared/host.ts';
import type { HostInput, HostMethod, HostOutput } from '../../shared/host.ts';
import { failure, success } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';

/** What an entry supplies: every method of the contract. */
export type HostImplementation = {
  readonly [Method in HostMethod]: (input: HostInput<Method>) => Promise<HostOutput<Method>>;
};

/**
 * Answers one call that came over a border (from the window, or over HTTP).
 *
 * Takes the method's name and its input as they arrived, both untrusted. Gives the method's
 * output. Refuses unknown methods and input that is not of the method's shape; such a call never
 * reaches the implementation.
 */
export async function answerCall(
  host: HostImplementation,
  method: unknown,
  input: unknown,
): Promise<Result<unknown>> {
  if (!isHostMethod(method)) {
    return failure({
      code: 'unknown-method',
      message: 'The window asked for something this program does not do.',
      subject: String(method).slice(0, 100),
      remedy: 'Close the window and start again; if it happens again, reinstall the program.',
    });
  }
  const parsed = hostMethods[method].input.safeParse(input);
  if (!parsed.success) {
    return failure({
      code: 'bad-input',
      message: `The window asked for ${method} in a way that does not fit: ${firstIssue(parsed.error)}.`,
      subject: method,
      remedy: 'Close the window and start again; if it happens again, reinstall the program.',
    });
  }
  // The name and the parsed input belong together, which the compiler cannot follow through the table.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const implementation = host[method] as (value: unknown) => Promise<unknown>;
  return success(await implementation(parsed.data));
}

function isHostMethod(method: unknown): method is HostMethod {
  return typeof method === 'string' && Object.hasOwn(hostMethods, method);
}

function firstIssue(error: { issues: readonly { path: PropertyKey[]; message: string }[] }): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'its shape is wrong';
  const where = issue.path.map(String).join('.');
  return where === '' ? issue.message : `${where}: ${issue.message}`;
}
