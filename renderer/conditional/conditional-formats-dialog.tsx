import { useState, useSyncExternalStore } from 'react';
import { Button, GridList, GridListItem } from 'react-aria-components';
import type { Problem } from '../../shared/result.ts';
import { overlap, type Range } from '../../shared/workbook/address.ts';
import { givesLook, type ConditionalFormat } from '../../shared/workbook/conditional/conditional-format.ts';
import { CloseAction } from '../components/close-action.tsx';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { Tick } from '../components/form-fields.tsx';
import { rangesText } from '../range-text.ts';
import type { Session } from '../session.ts';
import { appliesToText } from './applies-to.ts';
import { IconPicture } from './icon-picture.tsx';
import { sampleStyle } from './look-presets.ts';
import { RuleEditor } from './rule-editor.tsx';
import { ruleWords } from './rule-words.ts';
import '../components/line-list.css';
import './conditional-formats-dialog.css';

export interface ConditionalFormatsDialogProps {
  readonly session: Session;
  readonly sheet: string;
  /** The chosen cells, to which a new rule applies. */
  readonly chosen: readonly Range[];
  /** Gives the workbook these formats as one step; why not where they are refused. */
  readonly onChange: (label: string, formats: readonly ConditionalFormat[]) => Promise<Problem | null>;
  readonly onClose: () => void;
}

/** Excel's manager of conditional formatting rules: those of the chosen cells or of the sheet, the one that counts first on top. */
export function ConditionalFormatsDialog({
  session,
  sheet,
  chosen,
  onChange,
  onClose,
}: ConditionalFormatsDialogProps) {
  const formats = useSyncExternalStore(
    (listener) => session.subscribe('history', listener),
    () => session.conditionalFormats,
  );
  const [scope, setScope] = useState<'selection' | 'sheet'>('selection');
  const [picked, setPicked] = useState(0);
  const [edited, setEdited] = useState<ConditionalFormat | 'new' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const shown = formats.filter(
    (format) =>
      format.sheet === sheet &&
      (scope === 'sheet' || format.ranges.some((range) => chosen.some((one) => overlap(one, range)))),
  );
  const current = shown[Math.min(picked, shown.length - 1)];
  const place = current ? shown.indexOf(current) : -1;
  const label = (words: string, { ranges }: Pick<ConditionalFormat, 'ranges'>) =>
    `${words} of ${rangesText(sheet, ranges)}`;
  const send = async (words: string, next: readonly ConditionalFormat[], pick = place) => {
    const refused = await onChange(words, next);
    setProblem(refused);
    if (!refused) setPicked(Math.max(0, pick));
    return refused;
  };
  const replace = (format: ConditionalFormat, by: readonly ConditionalFormat[]) =>
    formats.flatMap((one) => (one === format ? by : [one]));
  const move = (step: -1 | 1) => {
    const other = shown[place + step];
    if (!current || !other) return;
    const rest = formats.filter((format) => format !== current);
    const at = rest.indexOf(other) + (step === 1 ? 1 : 0);
    void send(label('Order of rules', current), rest.toSpliced(at, 0, current), place + step);
  };
  if (edited !== null) {
    return (
      <RuleEditor
        session={session}
        format={edited === 'new' ? null : edited}
        sheet={sheet}
        ranges={edited === 'new' ? chosen : edited.ranges}
        onTake={async (format) => {
          const refused =
            edited === 'new'
              ? await send(label('Conditional formatting', format), [format, ...formats], 0)
              : await send(label('Conditional formatting', format), replace(edited, [format]));
          if (!refused) setEdited(null);
          return refused;
        }}
        onClose={() => {
          setProblem(null);
          setEdited(null);
        }}
      />
    );
  }
  return (
    <DialogFrame heading="Conditional formatting rules" wide onClose={onClose}>
      <label className="rules-scope">
        <span>Show rules for</span>
        <select
          className="choice"
          value={scope}
          onChange={({ target }) => {
            setScope(target.value === 'sheet' ? 'sheet' : 'selection');
            setPicked(0);
          }}
        >
          <option value="selection">The selection</option>
          <option value="sheet">This sheet</option>
        </select>
      </label>
      <div className="rules-head" aria-hidden="true">
        <span>Rule, in the order applied</span>
        <span>Format</span>
        <span>Applies to</span>
        <span>Stop if true</span>
      </div>
      <GridList
        aria-label="Rules"
        className="rules-list line-list"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={place < 0 ? [] : [place]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (typeof key === 'number') setPicked(key);
        }}
        renderEmptyState={() => (
          <p className="quiet">
            {scope === 'selection' ? 'No rules apply to the chosen cells.' : 'This sheet has no rules.'}
          </p>
        )}
      >
        {shown.map((format, index) => (
          <GridListItem
            key={index}
            id={index}
            className="rules-line list-line"
            textValue={ruleWords(format.rule)}
            onAction={() => setEdited(format)}
          >
            <span title={ruleWords(format.rule)}>{ruleWords(format.rule)}</span>
            <span className="rules-sample" style={sampleStyle(format)}>
              {format.rule.kind === 'iconSet' &&
                format.rule.icons.toReversed().map((icon, at) => <IconPicture key={at} icon={icon} />)}
              {givesLook(format.rule) && 'AaBbYyZz'}
            </span>
            <span className="mono quiet">{appliesToText(format.ranges)}</span>
            <Tick
              label="Stop if true"
              isOn={format.stopIfTrue ?? false}
              onChange={(stops) => {
                const { stopIfTrue: _, ...rest } = format;
                void send(
                  label('Stop if true', format),
                  replace(format, [stops ? { ...rest, stopIfTrue: true } : rest]),
                  index,
                );
              }}
            />
          </GridListItem>
        ))}
      </GridList>
      <div className="rules-buttons">
        <Button className="button" autoFocus={shown.length === 0} onPress={() => setEdited('new')}>
          New rule…
        </Button>
        <Button className="button" isDisabled={!current} onPress={() => setEdited(current ?? null)}>
          Edit rule…
        </Button>
        <Button
          className="button"
          isDisabled={!current}
          onPress={() => current && void send(label('Delete rule', current), replace(current, []))}
        >
          Delete rule
        </Button>
        <Button className="button" isDisabled={place < 1} onPress={() => move(-1)}>
          Move up
        </Button>
        <Button
          className="button"
          isDisabled={place < 0 || place === shown.length - 1}
          onPress={() => move(1)}
        >
          Move down
        </Button>
      </div>
      <CloseAction problem={problem} onClose={onClose} />
    </DialogFrame>
  );
}
