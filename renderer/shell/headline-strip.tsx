import { figureOf } from '../session/figures.ts';
import { useSessionTopic } from '../session/use-session.ts';
import { useWorkspace } from '../use-workspace.ts';
import './headline-strip.css';

/** The few figures that matter most, and how far each has moved since the document was saved. */
export function HeadlineStrip() {
  const workspace = useWorkspace();
  const { session, view } = workspace;
  useSessionTopic(session, 'values');
  const { typed, moved, path } = session.file;
  const names = session.names.filter(({ stripCaption }) => stripCaption !== undefined);
  if (names.length === 0) return null;

  return (
    <div className="headline-strip" role="group" aria-label="Headline figures">
      {names.map(({ name, sheet, range }) => {
        const figure = figureOf(session, name);
        if (!figure) return null;
        const { label, caption, text, unit, difference } = figure;
        const words = figure.value === 'not given';
        return (
          <button
            type="button"
            key={name}
            className="headline-figure"
            title={`Go to ${sheet}, where this is calculated`}
            onClick={() => {
              view.select({ sheet, row: range.top, column: range.left });
              workspace.grid?.focus();
            }}
          >
            <span className="figure-name">
              <span className="figure-label">{label}</span>
              <span className="figure-caption">{caption}</span>
            </span>
            <span className="figure-value">
              <b className={words ? 'not-given' : undefined}>{withoutUnit(text, unit)}</b>
              <span className="figure-unit">{unitShown(text, unit)}</span>
              {difference !== null ? (
                <span className="figure-difference moved">{difference}</span>
              ) : (
                typed + moved > 0 && (
                  <span className="figure-difference">{path === null ? 'as opened' : 'as saved'}</span>
                )
              )}
            </span>
          </button>
        );
      })}
    </div>
  );
}

/** A percent sign stands beside a headline as a unit does. */
function withoutUnit(text: string, unit: string): string {
  return isShare(text, unit) ? text.replace(/\s*%$/, '') : text;
}

function unitShown(text: string, unit: string): string {
  return isShare(text, unit) ? '%' : unit;
}

/** True for a share, also when it is exactly zero, which shows as a dash. */
function isShare(text: string, unit: string): boolean {
  return /%$|^–$/.test(text) && /share|%|rate/.test(unit);
}
