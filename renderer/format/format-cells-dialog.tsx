import { useState, type ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { LookChange } from '../../shared/workbook/command.ts';
import type { CellStyle, CellValue } from '../../shared/workbook/document.ts';
import { isNumberFormat } from '../../shared/workbook/number-format.ts';
import { plainStyle, styleAfter } from '../../shared/workbook/structure/cell-styles.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { DialogActions } from '../components/dialog-actions.tsx';
import type { BorderChange } from './border-areas.ts';
import { linesAfter, type ChosenLines } from './chosen-lines.ts';
import type { ColourGroup } from './colours/palette.ts';
import { AlignmentPage } from './pages/alignment-page.tsx';
import { BorderPage } from './pages/border-page.tsx';
import { FillPage } from './pages/fill-page.tsx';
import { FontPage } from './pages/font-page.tsx';
import { NumberPage } from './pages/number-page.tsx';
import { lookOfRole, StylePage } from './pages/style-page.tsx';
import './format-cells-dialog.css';

const pages = [
  ['number', 'Number'],
  ['alignment', 'Alignment'],
  ['font', 'Font'],
  ['border', 'Border'],
  ['fill', 'Fill'],
  ['style', 'Cell style'],
] as const;

export type FormatCellsPage = (typeof pages)[number][0];

export interface FormatCellsDialogProps {
  /** The page that is seen first. */
  readonly page: FormatCellsPage;
  /** The style and the value of the active cell. */
  readonly style: CellStyle | undefined;
  readonly value: CellValue;
  /** The lines of the chosen cells. */
  readonly lines: ChosenLines;
  /** Colours that only this workbook has. */
  readonly own: ColourGroup;
  readonly onFormat: (look: LookChange, borders: BorderChange) => void;
  readonly onClose: () => void;
}

/** Everything about the look of the chosen cells. Only what was changed here is changed in them. */
export function FormatCellsDialog(props: FormatCellsDialogProps) {
  const { style, value, lines, own, onFormat, onClose } = props;
  const [look, setLook] = useState<LookChange>({});
  const [borders, setBorders] = useState<BorderChange>({});
  const code = (look.format === undefined ? style?.format : look.format) ?? '';
  const isValid = code === '' || isNumberFormat(code);
  const change = (more: LookChange) => setLook({ ...look, ...more });
  const shown = { style: styleAfter(style ?? plainStyle, look), own, onChange: change };
  const take = () => {
    if (isValid) onFormat(look, borders);
  };
  const contents: Readonly<Record<FormatCellsPage, ReactNode>> = {
    number: (
      <NumberPage
        code={code}
        isValid={isValid}
        value={value}
        onChange={(text) => change({ format: text === '' ? null : text })}
        onTake={take}
      />
    ),
    alignment: <AlignmentPage {...shown} />,
    font: <FontPage {...shown} />,
    border: (
      <BorderPage
        lines={linesAfter(lines, borders)}
        edges={lines.edges}
        own={own}
        onChange={(more) => setBorders({ ...borders, ...more })}
      />
    ),
    fill: <FillPage {...shown} />,
    style: <StylePage role={shown.style.role} onChoose={(role) => change(lookOfRole(role))} />,
  };
  return (
    <DialogFrame heading="Format cells" wide onClose={onClose}>
      <form
        className="format-cells"
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <Tabs defaultSelectedKey={props.page} keyboardActivation="manual">
          <TabList aria-label="Pages" className="page-tabs">
            {pages.map(([page, words]) => (
              <Tab key={page} id={page} className="page-tab">
                {words}
              </Tab>
            ))}
          </TabList>
          {pages.map(([page]) => (
            <TabPanel key={page} id={page} className="format-page">
              {contents[page]}
            </TabPanel>
          ))}
        </Tabs>
        <DialogActions isDisabled={!isValid} onClose={onClose} />
      </form>
    </DialogFrame>
  );
}
