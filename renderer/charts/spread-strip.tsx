import './spread-strip.css';

export interface SpreadStripProps {
  /** One value per scenario; null where there is none. */
  readonly values: readonly (number | null)[];
  /** The scenario that the others are compared with: a bar. */
  readonly baseIndex: number;
  /** The scenario in force: a filled dot. */
  readonly activeIndex: number;
  readonly width: number;
  readonly height: number;
}

/** Room for half a dot at either end. */
const inset = 8;

/** Where each value stands between the lowest and the highest, 0 to 1; all in the middle when they are equal. */
export function spreadPositions(values: readonly (number | null)[]): readonly (number | null)[] {
  const given = values.filter((value) => value !== null);
  const [lowest, highest] = [Math.min(...given), Math.max(...given)];
  return values.map((value) => {
    if (value === null) return null;
    return highest === lowest ? 0.5 : (value - lowest) / (highest - lowest);
  });
}

/** The scenarios of one figure on a line from the lowest to the highest. The table beside it has the figures. */
export function SpreadStrip({ values, baseIndex, activeIndex, width, height }: SpreadStripProps) {
  const middle = Math.floor(height / 2) + 0.5;
  const positions = spreadPositions(values);
  const x = (position: number) => inset + position * (width - 2 * inset);
  const [base, active] = [positions[baseIndex], positions[activeIndex]];
  return (
    <svg className="spread-strip" width={width} height={height} aria-hidden="true">
      <rect className="spread-line" x={inset} y={middle - 0.5} width={width - 2 * inset} height={1} />
      {positions.map(
        (position, index) =>
          typeof position === 'number' &&
          index !== baseIndex &&
          index !== activeIndex && (
            <circle key={index} className="spread-other" cx={x(position)} cy={middle} r={4} />
          ),
      )}
      {typeof base === 'number' && (
        <rect className="spread-base" x={x(base) - 1} y={middle - 8} width={2} height={16} />
      )}
      {typeof active === 'number' && <circle className="spread-active" cx={x(active)} cy={middle} r={5} />}
    </svg>
  );
}
