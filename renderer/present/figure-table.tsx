import type { SlideTable } from './slide-content.ts';

/** The figures of a chart as a table, the same to the eye and to a screen reader. */
export function FigureTable({ table, caption }: { readonly table: SlideTable; readonly caption: string }) {
  return (
    <table className="figure-table" aria-label={caption}>
      <thead>
        <tr>
          {table.columns.map(({ title, kind }) => (
            <th key={title} scope="col" className={`figure-${kind}`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ cells, total }, index) => (
          <tr key={index} className={total ? 'figure-total' : undefined}>
            {cells.map((cell, column) => {
              const kind = `figure-${table.columns[column]?.kind ?? 'words'}`;
              return column === 0 ? (
                <th key={column} scope="row" className={kind}>
                  {cell}
                </th>
              ) : (
                <td key={column} className={kind}>
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
