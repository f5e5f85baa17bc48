import { z } from 'zod';

/*
 * The contract with the machine. The renderer calls these methods; `main` implements them once
 * and both entries (desktop and loopback) carry them. Each call is parsed on both sides.
 */

const problem = z.strictObject({
  code: z.string(),
  message: z.string(),
  subject: z.string().optional(),
  remedy: z.string(),
});

const outcome = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), problem }),
  ]);

/** Without NUL, which no file system takes. */
const path = z
  .string()
  .min(1)
  .max(4096)
  .refine((text) => !text.includes('\0'), 'a path cannot contain NUL');
const fileKind = z.enum(['roundtrip', 'xlsx', 'pdf']);

const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'regular', 'relaxed']),
  /** Who changes are logged for; empty means the user of the computer. */
  personName: z.string().max(100),
  /** What was chosen last in the palette, by keys, the last first. */
  recentChoices: z.array(z.string().max(300)).max(30),
  /** Commercial keys; empty means the free licences (GPL-3.0, non-commercial). */
  hyperformulaKey: z.string().max(200),
  handsontableKey: z.string().max(200),
});

const folderEntry = z.strictObject({
  name: z.string(),
  path,
  folder: z.boolean(),
  /** Size in bytes; 0 for folders. */
  size: z.number(),
  /** Last change, milliseconds since 1970. */
  modified: z.number(),
});

export const hostMethods = {
  /** What the window needs before its first paint. */
  'app.start': {
    input: z.strictObject({}),
    output: z.strictObject({
      version: z.string(),
      platform: z.string(),
      entry: z.enum(['desktop', 'browser']),
      /** False: the window draws its own file chooser from `files.list`. */
      nativeDialogs: z.boolean(),
      /** A file named on the command line or double-clicked; null starts from the seeds. */
      openPath: path.nullable(),
      /** What the system calls the user; empty where it does not say. */
      userName: z.string().max(100),
      settings,
      /** Set when the stored settings could not be used and the defaults stand in for them. */
      settingsProblem: problem.optional(),
    }),
  },
  'settings.write': { input: settings, output: outcome(z.null()) },
  /** Text of a `.roundtrip` file. Sizes over 200 MB are refused. */
  'files.read': {
    input: z.strictObject({ path }),
    output: outcome(z.strictObject({ path, text: z.string() })),
  },
  /** Writes atomically; on any failure the file that was there stays as it was. */
  'files.write': {
    input: z.strictObject({
      path,
      content: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('text'), text: z.string() }),
        z.strictObject({ kind: z.literal('bytes'), base64: z.base64() }),
      ]),
      /** False refuses to replace an existing file, so that the person is asked first. */
      replace: z.boolean(),
    }),
    output: outcome(z.strictObject({ path })),
  },
  /** The folders and files a chooser shows; hidden ones and other kinds are left out. */
  'files.list': {
    input: z.strictObject({ folder: path.nullable(), kind: fileKind }),
    output: outcome(z.strictObject({ folder: path, parent: path.nullable(), entries: z.array(folderEntry) })),
  },
  /** The system's own dialog; null when the person cancels. Desktop only. */
  'files.chooseOpen': { input: z.strictObject({ kind: fileKind }), output: outcome(path.nullable()) },
  'files.chooseSave': {
    input: z.strictObject({ kind: fileKind, suggestedName: z.string() }),
    output: outcome(path.nullable()),
  },
  /** The window as a vector PDF at the given path. Desktop only; elsewhere the window prints itself. */
  'window.printPdf': {
    input: z.strictObject({ path, pageWidthPx: z.number().positive(), pageHeightPx: z.number().positive() }),
    output: outcome(z.strictObject({ path })),
  },
  'window.setTitle': { input: z.strictObject({ title: z.string(), unsaved: z.boolean() }), output: z.null() },
  /** Pastes into what has the keyboard, as the key for it would. Desktop only; a browser's page cannot. */
  'window.paste': { input: z.strictObject({}), output: z.null() },
  'window.fullScreen': { input: z.strictObject({ on: z.boolean() }), output: z.null() },
  /** The person has answered what to do with unsaved changes: the window may go. */
  'window.close': { input: z.strictObject({}), output: z.null() },
} as const;

export type HostMethod = keyof typeof hostMethods;
export type HostInput<Method extends HostMethod> = z.infer<(typeof hostMethods)[Method]['input']>;
export type HostOutput<Method extends HostMethod> = z.infer<(typeof hostMethods)[Method]['output']>;

/** The machine as the renderer sees it. */
export interface Host {
  call<Method extends HostMethod>(method: Method, input: HostInput<Method>): Promise<HostOutput<Method>>;
  /** Told by the machine: a menu command was chosen, a file was double-clicked, the window is asked to close. */
  onEvent(listener: (event: HostEvent) => void): () => void;
}

export const hostEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('command'), id: z.string() }),
  z.strictObject({ kind: z.literal('open'), path }),
  z.strictObject({ kind: z.literal('close') }),
]);
export type HostEvent = z.infer<typeof hostEvent>;

export type Settings = z.infer<typeof settings>;
export type FileKind = z.infer<typeof fileKind>;

export const defaultSettings: Settings = {
  theme: 'system',
  density: 'regular',
  personName: '',
  recentChoices: [],
  hyperformulaKey: '',
  handsontableKey: '',
};
