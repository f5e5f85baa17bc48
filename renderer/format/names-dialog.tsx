import { useId, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Button, ListBox, ListBoxItem } from 'react-aria-components';
import { absoluteRangeText, parseReference, type Area } from '../../shared/workbook/address.ts';
import type { Command } from '../../shared/workbook/command.ts';
import { definedNameFault } from '../../shared/workbook/defined-name.ts';
import type { Problem } from '../../shared/result.ts';
import { CloseAction } from '../components/close-action.tsx';
import { DialogFrame } from '../components/dialog-frame.tsx';
import type { Session } from '../session.ts';
import { displayOf } from '../session/figures.ts';
import '../components/line-list.css';
import './names-dialog.css';

export interface NamesDialogProps {
  readonly session: Session;
  /** The chosen cells, for which a new name is offered. */
  readonly chosen: Area;
  /** Goes to the cells of a name. */
  readonly onShow: (area: Area) => void;
  readonly onClose: () => void;
}

/** All defined names: what they stand for, new ones, other cells for old ones, renamed and deleted. */
export function NamesDialog({ session, chosen, onShow, onClose }: NamesDialogProps) {
  useSyncExternalStore(
    (listener) => session.subscribe('sheets', listener),
    () => session.version('sheets'),
  );
  const [picked, setPicked] = useState<string | null>(null);
  /** The arrows go on through the list: the keyboard stays there. */
  const [isInList, setIsInList] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const found = picked === null ? undefined : session.name(picked);
  const send = async (command: Command, pick: string | null) => {
    const answer = await session.dispatch(command);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) pickAside(pick);
  };
  const pickAside = (name: string | null) => {
    setPicked(name);
    setIsInList(false);
  };
  return (
    <DialogFrame heading="Names" wide onClose={onClose}>
      <ListBox
        aria-label="Names"
        className="names-list line-list"
        items={session.names}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={picked === null ? [] : [picked]}
        onSelectionChange={(keys) => {
          const [name] = keys === 'all' ? [] : keys;
          setPicked(name === undefined ? null : String(name));
          setIsInList(true);
        }}
        onAction={(key) => {
          const named = session.name(String(key));
          if (named) onShow(named);
        }}
        renderEmptyState={() => <p className="quiet">The workbook has no names.</p>}
      >
        {({ name, sheet, range, label }) => (
          <ListBoxItem id={name} textValue={name} className="names-line list-line">
            <span className="mono">{name}</span>
            <span className="mono quiet">{absoluteRangeText(sheet, range).replaceAll('$', '')}</span>
            <span className="names-value">{displayOf(session, name)}</span>
            <span className="quiet">{label}</span>
          </ListBoxItem>
        )}
      </ListBox>
      <NameFields
        key={picked ?? ''}
        takesFocus={!isInList}
        name={found?.name ?? ''}
        area={found ?? chosen}
        onTake={(name, area) =>
          void (found && name !== found.name
            ? send(
                { kind: 'renameName', label: `Rename ${found.name} to ${name}`, from: found.name, to: name },
                name,
              )
            : send({ kind: 'setName', label: `Name ${name}`, name, ...area }, name))
        }
        isKnown={(sheet) => session.hasSheet(sheet)}
        isTaken={(name) => !found && session.name(name) !== undefined}
      >
        {found && (
          <>
            <Button
              className="button"
              onPress={() =>
                void send(
                  { kind: 'deleteName', label: `Delete the name ${found.name}`, name: found.name },
                  null,
                )
              }
            >
              Delete
            </Button>
            <Button className="button" onPress={() => pickAside(null)}>
              New
            </Button>
          </>
        )}
      </NameFields>
      <CloseAction problem={problem} onClose={onClose} />
    </DialogFrame>
  );
}

interface NameFieldsProps {
  readonly name: string;
  readonly area: Area;
  readonly takesFocus: boolean;
  readonly onTake: (name: string, area: Area) => void;
  readonly isKnown: (sheet: string) => boolean;
  /** Whether another name reads so: a new one does not take its cells over. */
  readonly isTaken: (name: string) => boolean;
  readonly children: ReactNode;
}

/** A name and what it stands for, of which one may be another. */
function NameFields({ name, area, takesFocus, onTake, isKnown, isTaken, children }: NameFieldsProps) {
  const [called, setCalled] = useState(name);
  const [refersTo, setRefersTo] = useState(absoluteRangeText(area.sheet, area.range).replaceAll('$', ''));
  const [nameId, areaId] = [useId(), useId()];
  const reference = parseReference(refersTo.replace(/^=/, ''));
  const sheet = reference?.sheet ?? area.sheet;
  const fault =
    called === ''
      ? 'is empty'
      : isTaken(called)
        ? 'is there already: choose it in the list to change it, or type another'
        : definedNameFault(called);
  const hasCells = reference !== undefined && isKnown(sheet);
  const wrong =
    fault !== null && called !== ''
      ? `The name ${fault}.`
      : hasCells
        ? ''
        : 'A name stands for cells, such as Deals!B2:B9.';
  const take = () => {
    if (fault === null && reference && hasCells) onTake(called, { sheet, range: reference.range });
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
        <label htmlFor={areaId}>Stands for</label>
        <input
          id={areaId}
          className="mono"
          spellCheck={false}
          autoComplete="off"
          value={refersTo}
          onChange={(event) => setRefersTo(event.target.value)}
          onKeyDown={onEnter}
        />
      </div>
      <div className="names-buttons">
        <Button className="button" isDisabled={fault !== null || !hasCells} onPress={take}>
          {name === '' ? 'Add' : 'Change'}
        </Button>
        {children}
      </div>
      <p className="quiet names-wrong">{wrong}</p>
    </div>
  );
}
