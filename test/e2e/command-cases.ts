import { expect } from 'vitest';
import type { AppCommandId } from '../../shared/app-commands.ts';
import { patience, type WorkbookWindow } from './workbook-window.ts';

/** What pressing a command's keys does. */
export interface CommandCase {
  /** The place where they are pressed; unset, `A2` of the sheet of the cases. */
  readonly at?: string;
  /** What is done before, at this place. */
  readonly before?: () => Promise<unknown>;
  /** Waits until their effect is seen. */
  readonly sees: () => Promise<unknown>;
  /** Ends what neither Escape nor undo takes back. */
  readonly after?: () => Promise<unknown>;
}

/** The sheet of the cases, row by row. */
export const sheetOfCases = [
  ['1', '=A1*10', 'word'],
  ['2', '=A2*10'],
  ['3', '=A3*10'],
] as const;

/**
 * For every command, what its keys do on the sheet of the cases. Whatever a case leaves open
 * is closed with Escape, and what it changes is taken back, before the next one.
 */
export function commandCases(opened: WorkbookWindow): Partial<Record<AppCommandId, CommandCase>> {
  const { press, type, content, shown, chosen, status, undoLabel, tab } = opened;
  const { page } = opened;
  const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });
  const documentState = () => page.locator('.document-name').innerText();
  const search = () => page.getByRole('search');
  const inspector = () => page.getByRole('complementary', { name: 'Inspector' });

  /** Waits until what is read is a text. */
  const becomes = async (read: () => Promise<unknown>, text: string | RegExp): Promise<void> => {
    if (typeof text === 'string') await expect.poll(read, patience).toBe(text);
    else await expect.poll(read, patience).toMatch(text);
  };

  /** A dialog, panel or page opens. */
  const opens = (part: () => { waitFor(): Promise<void> }, at?: string): CommandCase => ({
    ...(at !== undefined && { at }),
    sees: () => part().waitFor(),
  });
  /** A step of undo of these words is made. */
  const does = (words: RegExp, at?: string): CommandCase => ({
    ...(at !== undefined && { at }),
    sees: () => becomes(undoLabel, words),
  });
  /** The active cell shows a text afterwards, as a step of undo. */
  const shows = (text: string, at?: string): CommandCase => {
    let label: string | null;
    return {
      ...(at !== undefined && { at }),
      before: async () => {
        label = await undoLabel();
      },
      sees: async () => {
        await becomes(shown, text);
        // The text is there before the engine has answered.
        await expect.poll(undoLabel, patience).not.toBe(label);
      },
    };
  };
  /** The row of the active cell becomes a group. */
  const groupRow = async (): Promise<void> => {
    await press('Alt+Shift+ArrowRight');
    await dialog('Group').waitFor();
    await press('r', 'Enter');
    await becomes(undoLabel, /Group/);
  };
  /** The rows of the sheet are filtered for those with 2. */
  const filterColumn = async (): Promise<void> => {
    await press('Control+Shift+L');
    await becomes(undoLabel, /^Undo: Filter/);
    await opened.goTo('A1');
    await press('Alt+ArrowDown');
    await page.getByRole('searchbox', { name: 'Search' }).fill('2');
    await press('Enter');
    await becomes(status, /1 of 2 rows found/);
  };
  /** So many cells are selected, with a sum. */
  const selects = (figures: RegExp): CommandCase => ({
    sees: () => becomes(status, figures),
  });
  const activates = (cell: string, at: string): CommandCase => ({
    at,
    sees: () => becomes(chosen, cell),
  });
  /** The cell is opened with a text. */
  const types = (text: string | RegExp, at: string): CommandCase => ({
    at,
    sees: () => becomes(content, text),
  });
  const outlines: CommandCase = { sees: () => page.locator('.copied-outline').first().waitFor() };
  /** Cells are copied from A1 before, and the keys paste them. */
  const pastes: CommandCase = {
    at: 'A1',
    before: async () => {
      await press('Control+c');
      await page.locator('.copied-outline').first().waitFor();
      await opened.goTo('E5');
    },
    sees: () => becomes(undoLabel, /^Undo: Paste/),
  };
  const choosesFile: CommandCase = { sees: () => opened.app.chooseNothing() };
  const sheetGoes: CommandCase = {
    sees: () => tab('Sheet1').waitFor({ state: 'detached' }),
    after: async () => {
      await press('Control+z');
      await tab('Sheet1').waitFor();
    },
  };
  const opensInspector: CommandCase = {
    sees: () => inspector().waitFor(),
    after: async () => {
      await press('Control+Shift+I');
      await inspector().waitFor({ state: 'detached' });
    },
  };
  /** The zoom is so many per cent. */
  const zooms = (percent: number): CommandCase => ({
    before: () => press('Control+Alt+-'),
    sees: () => becomes(status, new RegExp(`\\b${percent} %`)),
    after: () => press('Alt+v', '1'),
  });
  /** The window looks otherwise, until the keys give it its first look again. */
  const looks = (name: string, value: string, ...back: readonly string[]): CommandCase => ({
    sees: () => becomes(() => page.locator('html').getAttribute(name), value),
    after: () => press(...back),
  });
  const toast = () => page.locator('.toast-place').innerText();
  /** It cannot be used here, and says so in these words. */
  const says = (words: RegExp): CommandCase => ({ sees: () => becomes(toast, words) });
  const asksToSave: CommandCase = {
    before: async () => {
      await press('Control+b');
      await becomes(undoLabel, /Bold/);
    },
    sees: () => page.getByRole('alertdialog', { name: /^Save the changes/ }).waitFor(),
  };

  return {
    'file.new': asksToSave,
    'file.open': asksToSave,
    'file.save': {
      before: async () => {
        await press('Control+b');
        await becomes(documentState, /not saved/);
      },
      sees: () => becomes(documentState, /^((?!not saved).)*$/s),
    },
    'file.saveAs': choosesFile,
    'file.exportXlsx': choosesFile,

    'edit.undo': {
      at: 'E9',
      before: async () => {
        await type('9');
        await press('Control+Enter');
        await becomes(content, '9');
      },
      sees: () => becomes(content, ''),
    },
    'edit.redo': {
      at: 'E9',
      before: async () => {
        await type('9');
        await press('Control+Enter');
        await press('Control+z');
        await becomes(content, '');
      },
      sees: () => becomes(content, '9'),
    },
    'edit.cut': outlines,
    'edit.copy': outlines,
    'edit.paste': pastes,
    'edit.pasteValues': pastes,
    'edit.pasteSpecial': { ...pastes, sees: () => dialog('Paste special').waitFor() },
    'edit.fillDown': shows('1'),
    'edit.fillRight': shows('2', 'B2'),
    'edit.clear': shows(''),
    'edit.cell': { sees: () => page.locator('.cell-editor[data-open]').waitFor() },
    'edit.choose': opens(() => page.getByRole('listbox', { name: 'Choices' }), 'C2'),
    'edit.chooseAll': selects(/Count 7\s.*Sum 66/s),
    'edit.chooseRows': selects(/Count 2\s.*Sum 22/s),
    'edit.chooseColumns': selects(/Count 3\s.*Sum 6\b/s),
    'edit.chooseRegion': selects(/Count 7\s.*Sum 66/s),
    'edit.choosePrecedents': activates('A2', 'B2'),
    'edit.chooseDependents': activates('B2', 'A2'),
    'edit.find': opens(search),
    'edit.findNext': {
      at: 'A1',
      before: async () => {
        await press('Control+f');
        await page.getByRole('textbox', { name: 'Find' }).fill('30');
        await becomes(() => search().getByRole('status').innerText(), /found$/);
        await press('Escape');
      },
      sees: () => becomes(chosen, 'B3'),
    },
    'edit.replace': opens(() => search().getByRole('textbox', { name: 'Replace with' })),
    'edit.goTo': { sees: () => page.locator('.name-box input:focus').waitFor() },

    'insert.copied': {
      before: () => press('Control+c'),
      sees: () => dialog('Insert copied cells').waitFor(),
    },
    'insert.cellsDown': does(/Insert cells/),
    'insert.cellsRight': does(/Insert cells/),
    'insert.rowsAbove': does(/Insert row/),
    'insert.rowsBelow': does(/Insert row/),
    'insert.columnsLeft': does(/Insert column/),
    'insert.columnsRight': does(/Insert column/),
    'insert.lines': opens(() => dialog('Insert')),
    'insert.sheet': { sees: () => tab('Sheet2').waitFor() },
    'insert.note': opens(() => page.getByRole('textbox', { name: 'Note' })),
    'insert.name': opens(() => dialog('Names')),
    'insert.createNames': opens(() => dialog('Create names from selection')),
    'insert.pasteName': opens(() => dialog('Paste name')),
    'insert.sum': types('=SUM(A1:A3)', 'A4'),
    'insert.date': types(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, 'E1'),
    'insert.time': types(/^[0-9]{1,2}:[0-9]{2}$/, 'E1'),
    'insert.formulaAbove': types('=A3*10', 'B4'),
    'insert.valueAbove': types(/^30$/, 'B4'),

    'format.cells': opens(() => dialog('Format cells')),
    'format.general': {
      before: () => press('Control+Shift+%'),
      sees: () => becomes(undoLabel, /General format/),
    },
    'format.number': shows('2.00'),
    'format.currency': { sees: () => becomes(shown, /^\$2\.00/) },
    'format.percent': shows('200%'),
    'format.scientific': shows('2.00E+00'),
    'format.date': shows('1900-01-02'),
    'format.time': shows('0:00'),
    'format.bold': does(/Bold/),
    'format.italic': does(/Italic/),
    'format.underline': does(/Underline/),
    'format.strikethrough': does(/Strikethrough/),
    'format.bordersOutside': does(/[Bb]order/),
    'format.bordersNone': {
      before: () => press('Control+Shift+&'),
      sees: () => becomes(undoLabel, /No border/),
    },

    'format.conditional': opens(() => dialog(/onditional/)),
    'format.clearConditional': says(/conditional/i),
    'format.painter': says(/Choose the cells that are to look so/),
    'format.moreDecimals': shows('2.0'),
    'format.fewerDecimals': {
      before: () => press('Control+Shift+!'),
      sees: () => becomes(shown, '2.0'),
    },
    'format.textColour': opens(() => dialog('Text colour')),
    'format.fillColour': opens(() => dialog('Fill colour')),
    'format.styles': opens(() => dialog('Cell styles')),
    'format.wrap': does(/Wrap text/),
    'format.alignLeft': does(/[Aa]lign/),
    'format.alignCenter': does(/[Aa]lign/),
    'format.alignRight': does(/[Aa]lign/),
    'format.bordersAll': does(/[Bb]order/),
    'format.borderTop': does(/[Bb]order/),
    'format.borderBottom': does(/[Bb]order/),
    'format.borderTotal': does(/[Bb]order/),
    'format.borders': opens(() => dialog('Format cells')),

    'data.sortAscending': {
      at: 'A1',
      before: async () => {
        await type('9');
        await press('Control+Enter');
        await becomes(undoLabel, /Type 9/);
      },
      sees: () => becomes(undoLabel, /Sort/),
    },
    'data.sortDescending': does(/Sort/),
    'data.clearFilter': { before: filterColumn, sees: () => becomes(undoLabel, /Clear filter/) },
    // Circles are drawn at the start; the menu says that they are not any more.
    'data.circleInvalid': {
      sees: async () => {
        await page.locator('.menu-popover').waitFor({ state: 'detached' });
        await press('Alt+d');
        const item = page.getByRole('menuitem', { name: /Circle invalid/ });
        await item.waitFor();
        await item.locator('svg').waitFor({ state: 'detached' });
      },
      after: () => press('i'),
    },
    'data.ungroupColumns': {
      before: async () => {
        await press('Alt+d', 'o');
        await becomes(undoLabel, /Group/);
      },
      sees: () => becomes(undoLabel, /Ungroup/),
    },
    'data.sort': opens(() => dialog('Sort')),
    'data.validation': opens(() => dialog('Data validation')),
    'data.groupRows': does(/Group/),
    'data.ungroupRows': { before: groupRow, sees: () => becomes(undoLabel, /Ungroup/) },
    'data.groupColumns': does(/Group/),
    'data.summaryBelow': does(/[Ss]ummary/),
    'data.summaryRight': does(/[Ss]ummary/),
    'data.filter': does(/^Undo: Filter/),
    'data.reapplyFilter': {
      before: async () => {
        await filterColumn();
        await opened.goTo('A2');
        await type('9');
        await press('Control+Enter');
        await becomes(content, '9');
      },
      sees: () => becomes(undoLabel, /^Undo: Reapply filter/),
    },

    'sheet.deleteCellsUp': does(/Delete cells/),
    'sheet.deleteCellsLeft': does(/Delete cells/),
    'sheet.deleteRows': does(/Delete row/),
    'sheet.deleteColumns': does(/Delete column/),
    'sheet.rowsUp': does(/Move row/),
    'sheet.rowsDown': does(/Move row/),
    'sheet.columnsLeft': does(/Move column/, 'B2'),
    'sheet.columnsRight': does(/Move column/),
    'sheet.rowHeight': opens(() => dialog('Row height')),
    'sheet.columnWidth': opens(() => dialog('Column width')),
    'sheet.fitRows': {
      before: async () => {
        await press('Alt+s', 'h');
        await dialog('Row height').waitFor();
        await type('60');
        await press('Enter');
        await becomes(undoLabel, /Height/);
      },
      sees: () => becomes(undoLabel, /AutoFit/),
    },
    'sheet.fitColumns': does(/AutoFit/),
    'sheet.unhide': {
      before: async () => {
        await press('Alt+s', 'i');
        await tab('Sheet1').waitFor({ state: 'detached' });
      },
      sees: () => dialog('Unhide sheet').waitFor(),
      after: async () => {
        await press('Escape');
        await dialog('Unhide sheet').waitFor({ state: 'detached' });
        await press('Control+z');
        await tab('Sheet1').waitFor();
      },
    },
    'sheet.rename': opens(() => page.getByRole('textbox', { name: 'Name of the sheet Sheet1' })),
    'sheet.delete': sheetGoes,
    'sheet.copy': {
      sees: () => tab('Sheet1 (2)').waitFor(),
      after: async () => {
        await press('Control+z');
        await tab('Sheet1 (2)').waitFor({ state: 'detached' });
        await tab('Sheet1').click();
      },
    },
    'sheet.tabColour': opens(() => dialog('Tab colour')),
    'sheet.hide': sheetGoes,
    'sheet.moveLeft': does(/Move sheet/),
    'sheet.moveRight': does(/Move sheet/),
    'sheet.deleteLines': opens(() => dialog('Delete')),
    'sheet.hideRows': does(/Hide/),
    'sheet.hideColumns': does(/Hide/),
    'sheet.unhideRows': {
      before: async () => {
        await press('Control+9');
        await becomes(undoLabel, /Hide/);
      },
      sees: () => becomes(undoLabel, /Unhide|Show/),
    },
    'sheet.unhideColumns': {
      before: async () => {
        await press('Control+0');
        await becomes(undoLabel, /Hide/);
      },
      sees: () => becomes(undoLabel, /Unhide|Show/),
    },
    'data.group': opens(() => dialog('Group')),
    'data.ungroup': opens(() => dialog('Ungroup')),
    'data.hideDetail': { before: groupRow, sees: () => becomes(undoLabel, /Hide detail/) },
    'data.showDetail': {
      before: async () => {
        await groupRow();
        await press('Alt+Shift+-');
        await becomes(undoLabel, /Hide detail/);
      },
      sees: () => becomes(undoLabel, /Show detail/),
    },
    'sheet.next': {
      sees: () => becomes(() => tab('Sheet1').getAttribute('aria-selected'), 'false'),
    },
    'sheet.previous': {
      sees: () => becomes(() => tab('Cover').getAttribute('aria-selected'), 'true'),
    },

    'view.zoomIn': { sees: () => becomes(status, /110 %/), after: () => press('Control+Alt+-') },
    'view.zoomOut': { sees: () => becomes(status, /90 %/), after: () => press('Control+Alt++') },
    'view.palette': opens(() => dialog('Command palette')),
    'view.activeCell': {
      before: async () => {
        await page.locator('.sheet-grid').hover();
        await page.mouse.wheel(0, 900);
        await page.locator('.ht_master td.current').waitFor({ state: 'detached' });
      },
      sees: () => page.locator('.ht_master td.current').waitFor(),
    },
    'view.inspector': opensInspector,
    'view.cellHistory': opensInspector,
    'view.watchCell': opensInspector,
    'view.audit': opensInspector,
    'view.history': {
      sees: () => page.getByRole('complementary', { name: 'History' }).waitFor(),
      after: () => press('Alt+v', 'h'),
    },
    'view.freeze': does(/Freeze panes/),
    'view.zoomSelection': {
      sees: () => becomes(status, /\b[2-9]\d\d %/),
      after: () => press('Alt+v', '1'),
    },
    'view.zoom50': zooms(50),
    'view.zoom75': zooms(75),
    'view.zoom100': zooms(100),
    'view.zoom125': zooms(125),
    'view.zoom150': zooms(150),
    'view.zoom200': zooms(200),
    'view.themeSystem': {
      before: async () => {
        await press('Alt+v', 'd');
        await becomes(() => page.locator('html').getAttribute('data-theme'), 'dark');
      },
      sees: () => becomes(() => page.locator('html').getAttribute('data-theme'), 'light'),
    },
    'view.themeLight': looks('data-theme', 'light', 'Alt+v', 't'),
    'view.themeDark': looks('data-theme', 'dark', 'Alt+v', 't'),
    'view.densityCompact': looks('data-density', 'compact', 'Alt+v', 'g'),
    'view.densityRegular': looks('data-density', 'regular'),
    'view.densityRelaxed': looks('data-density', 'relaxed', 'Alt+v', 'g'),
    'view.formulas': {
      at: 'B2',
      sees: () => becomes(shown, '=A2*10'),
      after: async () => {
        await press('Control+`');
        await becomes(shown, '20');
      },
    },

    'present.pdf': choosesFile,
    'present.start': opens(() => dialog('Presentation')),

    'help.keys': opens(() => dialog('Keyboard shortcuts')),
    'help.about': opens(() => dialog(/^Roundtrip/)),
    'help.functions': opens(() => dialog('Functions')),
  };
}
