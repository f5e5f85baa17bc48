import { bnText, notGiven, qualifiedText, signedText } from './figure-text.ts';
import { hatchPath } from './hatching.ts';
import { waterfallExtent, waterfallLevels, type WaterfallStep } from './waterfall-levels.ts';
import './waterfall-chart.css';

export interface WaterfallChartProps {
  readonly steps: readonly WaterfallStep[];
  /** A word that limits the first total ("over", "about"); "over" tears the top of its bar. Empty for none. */
  readonly qualifier: string;
  readonly width: number;
  readonly height: number;
  /** What a screen reader says in place of the picture. */
  readonly description: string;
}

/** Room over the highest bar for its figure. */
const headroom = 38;
/** Room under the axis for labels of three lines. */
const labelRoom = 74;
const barShare = 0.66;
const widestBar = 112;
const toothHeight = 8;
const teeth = 4;
const hatchSpacing = 7;
/** The least height at which a bar is still seen; smaller changes are drawn this high. */
const leastBar = 1.5;

/** The words that limit an unexplained step, given those of the headline it is the rest of. */
function unexplainedQualifier(headlineQualifier: string, value: number): string {
  if (headlineQualifier !== 'over') return headlineQualifier;
  // A headline of "over 1,000" leaves more unexplained than the difference to 1,000, never less.
  return value < 0 ? 'at least' : 'at most';
}

/** The figure over a bar, with its sign and the words that limit it. */
export function waterfallFigure(step: WaterfallStep, isFirst: boolean, qualifier: string): string {
  const { value, kind } = step;
  if (value === null) return notGiven;
  if (kind === 'total') return qualifiedText(isFirst ? qualifier : '', value, bnText);
  if (kind === 'step') return signedText(value);
  return qualifiedText(unexplainedQualifier(qualifier, value), value, signedText);
}

/** A bar whose top is torn: the amount goes on beyond the figure. */
function tornBar(left: number, right: number, top: number, bottom: number): string {
  const half = (right - left) / (2 * teeth);
  const tear = Array.from({ length: teeth }, () => `l${half} ${-toothHeight}l${half} ${toothHeight}`).join(
    '',
  );
  return `M${left} ${bottom}V${top + toothHeight}${tear}V${bottom}Z`;
}

/** A line of one pixel, filled and not stroked: a sharp stroke becomes the thinnest line there is when printed. */
function Hairline({ from, to, top }: { readonly from: number; readonly to: number; readonly top: number }) {
  return <rect className="waterfall-line" x={from} y={top} width={to - from} height={1} />;
}

/** A waterfall drawn as plain vector shapes: totals on zero, steps between levels, hatching for what is no money. */
export function WaterfallChart({ steps, qualifier, width, height, description }: WaterfallChartProps) {
  const levels = waterfallLevels(steps);
  const extent = waterfallExtent(levels);
  const plotBottom = height - labelRoom;
  const scale = (plotBottom - headroom) / (extent.to - extent.from || 1);
  // Whole pixels keep hairlines and bar edges sharp.
  const y = (value: number) => Math.round(plotBottom - (value - extent.from) * scale);
  const slot = width / Math.max(1, steps.length);
  const barWidth = Math.round(Math.min(widestBar, slot * barShare));
  const left = (index: number) => Math.round(slot * index + (slot - barWidth) / 2);

  return (
    <div className="waterfall" style={{ width, height }} role="img" aria-label={description}>
      <svg width={width} height={plotBottom + 1} aria-hidden="true">
        {steps.map((step, index) => {
          const { from, to } = levels[index] ?? { from: 0, to: 0 };
          const [x, isFirst, isLast] = [left(index), index === 0, index === steps.length - 1];
          const top = y(Math.max(from, to));
          const barHeight = Math.max(leastBar, y(Math.min(from, to)) - top);
          const torn = isFirst && qualifier === 'over' && step.kind === 'total' && to > 0;
          const drawn = step.value !== null && step.value !== 0;
          const middle = x + barWidth / 2;
          return (
            <g key={index}>
              {drawn && torn && (
                <path className="waterfall-total" d={tornBar(x, x + barWidth, top, top + barHeight)} />
              )}
              {drawn && !torn && (
                <rect
                  className={isLast && step.kind === 'total' ? 'waterfall-result' : `waterfall-${step.kind}`}
                  x={x}
                  y={top}
                  width={barWidth}
                  height={barHeight}
                />
              )}
              {drawn && step.kind === 'unexplained' && (
                <path
                  className="waterfall-hatching"
                  d={hatchPath({ x, y: top, width: barWidth, height: barHeight }, hatchSpacing)}
                />
              )}
              {!drawn && <Hairline from={x} to={x + barWidth} top={y(to)} />}
              {!isLast && <Hairline from={x + barWidth} to={left(index + 1)} top={y(to)} />}
              <text
                className={
                  step.value === null
                    ? 'waterfall-not-given'
                    : isLast
                      ? 'waterfall-answer'
                      : 'waterfall-figure'
                }
                x={middle}
                y={top - 10}
                textAnchor="middle"
              >
                {waterfallFigure(step, isFirst, qualifier)}
              </text>
            </g>
          );
        })}
        <Hairline from={0} to={width} top={y(0)} />
      </svg>
      <div
        className="waterfall-labels"
        style={{ gridTemplateColumns: `repeat(${steps.length}, 1fr)` }}
        aria-hidden="true"
      >
        {steps.map((step, index) => (
          <span key={index} className={step.kind === 'total' ? 'waterfall-total-label' : undefined}>
            {step.label}
          </span>
        ))}
      </div>
    </div>
  );
}
