import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { columnLetters } from '../../shared/workbook/address.ts';
import { exampleCells, readsCells } from '../../shared/function-guide/example-cells.ts';
import type { GuideFunction } from '../../shared/function-guide/guide-function.ts';
import { functionGuide } from '../../shared/function-guide/index.ts';
import { resultText } from '../../shared/function-guide/result-text.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import type { Session } from '../session.ts';
import './functions-dialog.css';

export interface FunctionsDialogProps {
  readonly session: Session;
  readonly onInsert: (name: string) => void;
  readonly onClose: () => void;
}

/** Functions whose name begins with the words come first, then those whose name or meaning holds them all. */
function fitting(words: string): readonly GuideFunction[] {
  const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const holds = ({ name, meaning, category }: GuideFunction) => {
    const text = `${name} ${meaning} ${category}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
  const begins = ({ name }: GuideFunction) => name.toLowerCase().startsWith(wanted.join(' '));
  const found = functionGuide.filter(holds);
  return wanted.length === 0 ? found : [...found.filter(begins), ...found.filter((one) => !begins(one))];
}

/** Every function that formulas may use: its arguments, what it gives, an example, and where it differs from Excel. */
export function FunctionsDialog({ session, onInsert, onClose }: FunctionsDialogProps) {
  const [words, setWords] = useState('');
  const [picked, setPicked] = useState<string | null>(null);
  const found = fitting(useDeferredValue(words));
  const chosen = found.find(({ name }) => name === picked) ?? found[0];
  const listId = useId();
  const chosenOption = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In a block: newer browsers give a promise here, which is no clean-up.
    chosenOption.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const step = (by: number) => {
    const place = chosen ? found.indexOf(chosen) : 0;
    setPicked(found[Math.max(0, Math.min(found.length - 1, place + by))]?.name ?? null);
  };
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

  return (
    <DialogFrame heading="Functions" wide onClose={onClose}>
      <input
        className="function-search"
        type="search"
        role="combobox"
        aria-label="Search for a function"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={chosen && `${listId}-${chosen.name}`}
        placeholder="Search by name or by what it does"
        spellCheck={false}
        autoComplete="off"
        autoFocus
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setPicked(null);
        }}
        onKeyDown={(event) => {
          const by = steps[event.key];
          if (by !== undefined) {
            event.preventDefault();
            step(by);
          } else if (event.key === 'Enter' && chosen) {
            event.preventDefault();
            onInsert(chosen.name);
          }
        }}
      />
      <div className="function-pages">
        <div className="function-list" role="listbox" id={listId} aria-label="Functions">
          {found.map((one, index) => (
            <FunctionOption
              key={one.name}
              id={`${listId}-${one.name}`}
              heading={words === '' && one.category !== found[index - 1]?.category ? one.category : undefined}
              name={one.name}
              chosen={one === chosen}
              optionRef={one === chosen ? chosenOption : undefined}
              onChoose={() => setPicked(one.name)}
              onTake={() => onInsert(one.name)}
            />
          ))}
          {found.length === 0 && <p className="function-none">No function fits these words.</p>}
        </div>
        {chosen && <FunctionPage key={chosen.name} guide={chosen} session={session} />}
      </div>
      <div className="dialog-actions">
        <Button className="button" onPress={onClose}>
          Close
        </Button>
        <Button
          className="button primary"
          isDisabled={!chosen}
          onPress={() => {
            if (chosen) onInsert(chosen.name);
          }}
        >
          Put into the cell
        </Button>
      </div>
    </DialogFrame>
  );
}

interface FunctionOptionProps {
  readonly id: string;
  /** The category that begins with this function. */
  readonly heading: string | undefined;
  readonly name: string;
  readonly chosen: boolean;
  readonly optionRef: React.Ref<HTMLDivElement> | undefined;
  readonly onChoose: () => void;
  readonly onTake: () => void;
}

function FunctionOption({ id, heading, name, chosen, optionRef, onChoose, onTake }: FunctionOptionProps) {
  return (
    <>
      {heading !== undefined && (
        <div className="function-category" role="presentation">
          {heading}
        </div>
      )}
      <div
        role="option"
        id={id}
        ref={optionRef}
        tabIndex={-1}
        aria-selected={chosen}
        className="function-option"
        // The search field keeps the focus.
        onMouseDown={(event) => {
          event.preventDefault();
          onChoose();
        }}
        onDoubleClick={onTake}
      >
        {name}
      </div>
    </>
  );
}

function FunctionPage({ guide, session }: { readonly guide: GuideFunction; readonly session: Session }) {
  const [result, setResult] = useState('');
  const { example } = guide;
  useEffect(() => {
    let wanted = true;
    void session.ask('exampleResult', { formula: example }).then((values) => {
      if (wanted) setResult(resultText(values));
    });
    return () => {
      wanted = false;
    };
  }, [session, example]);
  return (
    <div className="function-page" aria-live="polite">
      <h3>{guide.syntax}</h3>
      <p>{guide.meaning}</p>
      <dl>
        <dt>Example</dt>
        <dd className="mono">{example}</dd>
        <dt>Gives</dt>
        <dd className="mono">{result}</dd>
        <dt>Against Excel</dt>
        <dd>{guide.differs ?? 'The same result.'}</dd>
      </dl>
      {readsCells(example) && <ExampleCells />}
    </div>
  );
}

/** The cells that the example reads. */
function ExampleCells() {
  return (
    <table className="example-cells">
      <thead>
        <tr>
          <th aria-label="Row" />
          {exampleCells[0]?.map((_, column) => (
            <th key={column} scope="col">
              {columnLetters(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {exampleCells.map((cells, row) => (
          <tr key={row}>
            <th scope="row">{row + 1}</th>
            {cells.map((content, column) => (
              <td key={column} data-number={typeof content === 'number' || undefined}>
                {content}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
