import { ipcMain } from 'electron';
import type { BrowserWindow } from 'electron';
import { describeProblem } from '../../shared/result.ts';
import { answerCall } from '../host/call.ts';
import type { HostImplementation } from '../host/call.ts';
import { callChannel } from './channels.ts';
import { isTrustedSender } from './trusted-sender.ts';

/**
 * Answers the window's calls.
 *
 * Takes the window and the implementation of the contract. Refuses, with a rejection, calls that
 * do not come from the top frame of this window on the program's own page, unknown methods, and
 * input of the wrong shape: all three are bugs or attacks, not things a person did.
 */
export function answerWindow(window: BrowserWindow, host: HostImplementation): void {
  ipcMain.removeHandler(callChannel);
  ipcMain.handle(callChannel, async (event, method: unknown, input: unknown) => {
    if (!isTrustedSender(window, event)) throw new Error('This page may not use the machine.');
    const answer = await answerCall(host, method, input);
    if (!answer.ok) throw new Error(describeProblem(answer.problem));
    return answer.value;
  });
}
