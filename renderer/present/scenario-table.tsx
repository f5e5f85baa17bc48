import { Fragment } from 'react';
import { SpreadStrip } from '../charts/spread-strip.tsx';
import type { ScenarioRow } from './scenario-rows.ts';
import './scenario-table.css';

export interface ScenarioTableProps {
  readonly scenarios: readonly string[];
  readonly rows: readonly ScenarioRow[];
  /** The scenario in force. */
  readonly active: string;
  readonly width: number;
  readonly height: number;
}

const labelWidth = 280;
const unitWidth = 68;
const valueWidth = 74;
const differenceWidth = 64;
const headHeight = 64;
/** The strip with the space before it. */
const leastStrip = 120;
const stripGap = 16;
const tallestRow = 38;
const lowestRow = 22;
/** The line that says how many rows are left out. */
const captionHeight = 26;

/** The widths of the columns in pixels, and the height and number of the rows that fit. */
export function scenarioTableSize(scenarioCount: number, rowCount: number, width: number, height: number) {
  const figures = valueWidth + Math.max(0, scenarioCount - 1) * (valueWidth + differenceWidth);
  const room = width - labelWidth - unitWidth - leastStrip;
  const narrowing = Math.min(1, room / figures);
  const rowHeight = Math.max(
    lowestRow,
    Math.min(tallestRow, Math.floor((height - headHeight) / Math.max(1, rowCount))),
  );
  const roomForRows = height - headHeight;
  const fits = rowCount * rowHeight <= roomForRows;
  return {
    valueWidth: Math.floor(valueWidth * narrowing),
    differenceWidth: Math.floor(differenceWidth * narrowing),
    stripWidth: Math.floor(width - labelWidth - unitWidth - figures * narrowing) - stripGap,
    rowHeight,
    shownRows: fits ? rowCount : Math.floor((roomForRows - captionHeight) / rowHeight),
  };
}

/** Headline figures by scenario, the one in force marked, with the spread of each row at its end. */
export function ScenarioTable({ scenarios, rows, active, width, height }: ScenarioTableProps) {
  const size = scenarioTableSize(scenarios.length, rows.length, width, height);
  const activeIndex = scenarios.indexOf(active);
  const [base = ''] = scenarios;
  const mark = (index: number) => (index === activeIndex ? ' scenario-active' : '');
  const hidden = rows.length - size.shownRows;

  return (
    <table
      className="scenario-table"
      style={{ width }}
      data-density={size.rowHeight < 28 ? 'compact' : undefined}
    >
      <colgroup>
        <col style={{ width: labelWidth }} />
        <col style={{ width: unitWidth }} />
        {scenarios.map((scenario, index) => (
          <Fragment key={scenario}>
            <col style={{ width: size.valueWidth }} />
            {index > 0 && <col style={{ width: size.differenceWidth }} />}
          </Fragment>
        ))}
        <col style={{ width: size.stripWidth + stripGap }} />
      </colgroup>
      <thead>
        <tr className="scenario-names">
          <td colSpan={2} />
          {scenarios.map((scenario, index) => (
            <th
              key={scenario}
              scope="col"
              colSpan={index === 0 ? 1 : 2}
              className={`scenario-name${mark(index)}`}
              aria-current={index === activeIndex ? 'true' : undefined}
            >
              <span>{scenario}</span>
            </th>
          ))}
          <th scope="col" className="scenario-spread">
            <span>Spread</span>
          </th>
        </tr>
        <tr className="scenario-units">
          <th scope="col">Figure</th>
          <th scope="col">Unit</th>
          {scenarios.map((scenario, index) => (
            <Fragment key={scenario}>
              <td className="scenario-number">value</td>
              {index > 0 && <td className="scenario-number">− {base}</td>}
            </Fragment>
          ))}
          <td className="scenario-key">
            <i className="scenario-key-base" />
            {base}
            {activeIndex > 0 && (
              <>
                <i className="scenario-key-active" />
                chosen
              </>
            )}
          </td>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, size.shownRows).map((row) => (
          <tr key={row.label} style={{ height: size.rowHeight }}>
            <th scope="row">{row.label}</th>
            <td className="scenario-unit">{row.unit}</td>
            {row.cells.map((cell, index) => (
              <Fragment key={index}>
                <td className={`${cell.isNumber ? 'scenario-number' : 'scenario-words'}${mark(index)}`}>
                  {cell.text}
                </td>
                {index > 0 && (
                  <td className={`scenario-difference${cell.largest ? ' scenario-largest' : ''}`}>
                    {cell.difference}
                  </td>
                )}
              </Fragment>
            ))}
            <td>
              <SpreadStrip
                values={row.values}
                baseIndex={0}
                activeIndex={activeIndex}
                width={size.stripWidth}
                height={size.rowHeight - 1}
              />
            </td>
          </tr>
        ))}
      </tbody>
      {hidden > 0 && <caption>{`${hidden} more in the workbook`}</caption>}
    </table>
  );
}
