import { useId, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { definedNameFault } from '../../shared/workbook/defined-name.ts';
import type { ListedName } from './listed-names.ts';
import { typedMeaning } from './refers-to.ts';

/** What a person says of a name. */
export interface TypedName {
  readonly name: string;
  /** The one sheet on which it holds; unset for all. */
  readonly scope: string | undefined;
  /** With its equals sign. */
  readonly formula: string;
}

export interface NameFieldsProps {
  /** The name that is changed; undefined for a new one. */
  readonly name: ListedName | undefined;
  /** The sheet in view, and all of them. */
  readonly sheet: string;
  readonly sheets: readonly string[];
  /** What a new name is offered to stand for. */
  readonly offered: string;
  /** What is told as long as nothing is wrong. */
  readonly said: string;
  readonly takesFocus: boolean;
  readonly onTake: (name: TypedName) => void;
  /** Whether another name reads so: a new one does not take its place. */
  readonly isTaken: (name: Pick<TypedName, 'name' | 'scope'>) => boolean;
  readonly children: ReactNode;
}

/** A name, where it holds and what it stands for, of which one may be another. */
export function NameFields({
  name,
  sheet,
  sheets,
  offered,
  said,
  takesFocus,
  onTake,
  isTaken,
  children,
}: NameFieldsProps) {
  const [called, setCalled] = useState(name?.name ?? '');
  const [scope, setScope] = useState(name?.scope);
  const [refersTo, setRefersTo] = useState(name?.refersTo ?? offered);
  const [nameId, scopeId, formulaId] = [useId(), useId(), useId()];
  const formula = typedMeaning(refersTo, sheet);
  const fault =
    called === ''
      ? 'is empty'
      : isTaken({ name: called, scope })
        ? 'is there already: choose it in the list to change it, or type another'
        : definedNameFault(called);
  const wrong =
    fault !== null && called !== ''
      ? `The name ${fault}.`
      : formula === null
        ? 'A name stands for cells, such as Deals!B2:B9, a number, or a formula that begins with an equals sign.'
        : said;
  const take = () => {
    if (fault === null && formula !== null) onTake({ name: called, scope, formula });
  };
  const onEnter = (event: { readonly key: string }) => {
    if (event.key === 'Enter') take();
  };
  return (
    <div className="names-fields">
      <div className="text-field">
        <label htmlFor={nameId}>Name</label>
        <input
          id={nameId}
          className="mono"
          spellCheck={false}
          autoComplete="off"
          autoFocus={takesFocus}
          value={called}
          onChange={(event) => setCalled(event.target.value)}
          onKeyDown={onEnter}
        />
      </div>
      <div className="text-field">
        <label htmlFor={scopeId}>Scope</label>
        <select
          id={scopeId}
          className="choice"
          value={scope ?? ''}
          disabled={name !== undefined}
          onChange={({ target }) => setScope(target.value === '' ? undefined : target.value)}
        >
          <option value="">Workbook</option>
          {sheets.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </div>
      <div className="names-buttons">
        <Button className="button" isDisabled={fault !== null || formula === null} onPress={take}>
          {name ? 'Change' : 'Add'}
        </Button>
        {children}
      </div>
      <div className="text-field names-formula">
        <label htmlFor={formulaId}>Refers to</label>
        <input
          id={formulaId}
          className="mono"
          spellCheck={false}
          autoComplete="off"
          value={refersTo}
          onChange={(event) => setRefersTo(event.target.value)}
          onKeyDown={onEnter}
        />
      </div>
      <p className="quiet names-wrong" role="status">
        {wrong}
      </p>
    </div>
  );
}
