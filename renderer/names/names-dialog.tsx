import { useState, useSyncExternalStore } from 'react';
import { Button, ListBox, ListBoxItem } from 'react-aria-components';
import { absoluteRangeText, type Address, type Area } from '../../shared/workbook/address.ts';
import type { Command } from '../../shared/workbook/command.ts';
import { nameKey } from '../../shared/workbook/named-formulas.ts';
import type { Problem } from '../../shared/result.ts';
import { CloseAction } from '../components/close-action.tsx';
import { DialogFrame } from '../components/dialog-frame.tsx';
import type { Session } from '../session.ts';
import { shortcutWords } from '../shell/shortcuts.ts';
import { listedNames, usesOf, type ListedName } from './listed-names.ts';
import { NameFields, type TypedName } from './name-fields.tsx';
import '../components/line-list.css';
import './names-dialog.css';

export interface NamesDialogProps {
  readonly session: Session;
  /** The active cell, from which references without `$` are seen. */
  readonly active: Address;
  /** The chosen cells, for which a new name is offered. */
  readonly chosen: readonly Area[];
  /** Goes to the cells of a name. */
  readonly onShow: (areas: readonly Area[]) => void;
  readonly onClose: () => void;
}

/** All names: what they stand for and where they hold, new ones, other meanings for old ones, renamed and deleted. */
export function NamesDialog({ session, active, chosen, onShow, onClose }: NamesDialogProps) {
  useSyncExternalStore(
    (listener) => session.subscribe('sheets', listener),
    () => session.version('sheets'),
  );
  const [picked, setPicked] = useState<string | null>(null);
  /** The arrows go on through the list: the keyboard stays there. */
  const [isInList, setIsInList] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** What became of the name that was deleted last. */
  const [said, setSaid] = useState('');
  const names = listedNames(session, active);
  const found = names.find(({ key }) => key === picked);
  const pickAside = (key: string | null) => {
    setPicked(key);
    setIsInList(false);
  };
  const send = async (commands: readonly Command[], pick: string | null): Promise<boolean> => {
    setSaid('');
    for (const command of commands) {
      const answer = await session.dispatch(command);
      setProblem(answer.ok ? null : answer.problem);
      if (!answer.ok) return false;
    }
    pickAside(pick);
    return true;
  };
  const remove = async ({ name, scope }: ListedName) => {
    const uses = usesOf(session, name);
    const label = `Delete the name ${name}`;
    const command: Command = { kind: 'deleteName', label, name, ...(scope !== undefined && { scope }) };
    if ((await send([command], null)) && uses > 0)
      setSaid(
        `${uses === 1 ? 'One formula that uses' : `${uses} formulas that use`} ${name} may show #NAME? now. ${shortcutWords('Mod+Z')} brings it back.`,
      );
  };
  return (
    <DialogFrame heading="Names" wide onClose={onClose}>
      <ListBox
        aria-label="Names"
        className="names-list line-list"
        items={names}
        selectionMode="single"
        selectionBehavior="replace"
        escapeKeyBehavior="none"
        selectedKeys={picked === null ? [] : [picked]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          setPicked(key === undefined ? null : String(key));
          setIsInList(true);
          setSaid('');
        }}
        onAction={(key) => {
          const named = names.find((one) => one.key === key);
          const areas =
            named && session.areasNamed(named.name, { ...active, sheet: named.scope ?? active.sheet });
          if (areas) onShow(areas);
        }}
        renderEmptyState={() => <p className="quiet">The workbook has no names.</p>}
      >
        {({ key, name, scope, refersTo, value, label }) => (
          <ListBoxItem id={key} textValue={name} className="names-line list-line">
            <span className="mono">{name}</span>
            <span className="mono quiet" title={refersTo}>
              {refersTo}
            </span>
            <span className="names-value">{value}</span>
            <span className="quiet">{scope ?? 'Workbook'}</span>
            <span className="quiet" title={label}>
              {label}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
      <NameFields
        key={picked ?? ''}
        takesFocus={!isInList}
        name={found}
        sheet={active.sheet}
        sheets={session.sheetNames}
        offered={`=${chosen.map(({ sheet, range }) => absoluteRangeText(sheet, range)).join(',')}`}
        said={said}
        isTaken={({ name, scope }) => !found && names.some(({ key }) => key === nameKey(scope, name))}
        onTake={(typed) => void send(commandsFor(typed, found, active), nameKey(typed.scope, typed.name))}
      >
        {found && (
          <>
            <Button className="button" onPress={() => void remove(found)}>
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

/** What makes a name what was typed: a new one, or one that was called or meant something else. */
function commandsFor(typed: TypedName, old: ListedName | undefined, at: Address): Command[] {
  const { name, scope, formula } = typed;
  const holds = scope === undefined ? {} : { scope };
  const isOther = old !== undefined && old.name !== name;
  return [
    ...(isOther
      ? [
          {
            kind: 'renameName',
            label: `Rename ${old.name} to ${name}`,
            from: old.name,
            to: name,
            ...holds,
          } as const,
        ]
      : []),
    ...(isOther && old.refersTo === formula
      ? []
      : [{ kind: 'setNamedFormula', label: `Name ${name}`, name, formula, at, ...holds } as const]),
  ];
}
