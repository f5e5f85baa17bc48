import { useLayoutEffect, useRef, useState } from 'react';
import { Button, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Problem } from '../../shared/result.ts';
import { formulasOf, type ValidationSettings } from '../../shared/workbook/validation/validation.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { ChoiceField, Tick } from '../components/form-fields.tsx';
import { DialogActions } from '../components/dialog-actions.tsx';
import { SettingsPage } from './settings-page.tsx';
import {
  draftOf,
  readDraft,
  type AlertStyle,
  type DraftFaults,
  type RuleField,
  type ValidationDraft,
} from './validation-draft.ts';
import { WordsFields } from './words-fields.tsx';
import './validation-dialog.css';

const styleWords: Readonly<Record<AlertStyle, string>> = {
  stop: 'Stop: the entry is refused',
  warning: 'Warning: asks whether to continue',
  information: 'Information: says so and goes on',
};

export interface ValidationDialogProps {
  /** What the active cell may hold, as seen from it; undefined for anything. */
  readonly settings: ValidationSettings | undefined;
  /** Whether other cells than the chosen ones have the same settings. */
  readonly hasOthers: boolean;
  /** Takes settings as seen from the active cell; null for none. Gives why they are refused, with the formula that is wrong as its subject. */
  readonly onTake: (settings: ValidationSettings | null, others: boolean) => Promise<Problem | null>;
  readonly onClose: () => void;
}

/** What the chosen cells may hold, what is said while one is active, and what when an entry is not allowed. */
export function ValidationDialog({ settings, hasOthers, onTake, onClose }: ValidationDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(settings));
  const [others, setOthers] = useState(false);
  const [page, setPage] = useState('settings');
  const [faults, setFaults] = useState<DraftFaults>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  /** What is being typed now: an answer of the engine about anything else comes too late. */
  const latest = useRef(draft);
  useLayoutEffect(() => {
    latest.current = draft;
  }, [draft]);
  const change = (part: Partial<ValidationDraft>) => {
    setDraft({ ...draft, ...part });
    setFaults({});
    setProblem(null);
  };
  const take = async () => {
    const read = readDraft(draft);
    if ('faults' in read) {
      setFaults(read.faults);
      setPage('settings');
      return;
    }
    const refused = await onTake(read.settings, others);
    if (!refused || latest.current !== draft) return;
    const field = read.settings && fieldOf(read.settings, refused.subject);
    if (field) {
      setFaults({ [field]: `${refused.message} ${refused.remedy}` });
      setPage('settings');
    } else setProblem(refused);
  };
  return (
    <DialogFrame heading="Data validation" wide onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void take();
        }}
      >
        <Tabs
          selectedKey={page}
          onSelectionChange={(key) => setPage(String(key))}
          keyboardActivation="manual"
        >
          <TabList aria-label="Pages" className="page-tabs">
            <Tab id="settings" className="page-tab">
              Settings
            </Tab>
            <Tab id="message" className="page-tab">
              Input message
            </Tab>
            <Tab id="alert" className="page-tab">
              Error alert
            </Tab>
          </TabList>
          <TabPanel id="settings" className="validation-page">
            <SettingsPage draft={draft} faults={faults} onChange={change} />
            {hasOthers && (
              <Tick isOn={others} onChange={setOthers}>
                Apply these changes to all other cells with the same settings
              </Tick>
            )}
          </TabPanel>
          <TabPanel id="message" className="validation-page">
            <Tick isOn={draft.tells} onChange={(tells) => change({ tells })}>
              Show input message when cell is selected
            </Tick>
            <WordsFields
              titleLabel="Title"
              title={draft.title}
              textLabel="Input message"
              text={draft.text}
              isOff={!draft.tells}
              onTitle={(title) => change({ title })}
              onText={(text) => change({ text })}
            />
          </TabPanel>
          <TabPanel id="alert" className="validation-page">
            <Tick isOn={draft.alerts} onChange={(alerts) => change({ alerts })}>
              Show error alert after invalid data is entered
            </Tick>
            <ChoiceField
              label="Style"
              value={draft.style}
              words={styleWords}
              onChange={(style) => change({ style, alerts: true })}
            />
            <WordsFields
              titleLabel="Title"
              title={draft.alertTitle}
              textLabel="Error message"
              text={draft.alertText}
              isOff={!draft.alerts}
              onTitle={(alertTitle) => change({ alertTitle })}
              onText={(alertText) => change({ alertText })}
            />
          </TabPanel>
        </Tabs>
        <p className="field-fault" role="alert">
          {problem && `${problem.message} ${problem.remedy}`}
        </p>
        <DialogActions onClose={onClose}>
          <Button
            className="button apart"
            onPress={() => {
              setDraft(draftOf(undefined));
              setFaults({});
              setProblem(null);
            }}
          >
            Clear all
          </Button>
        </DialogActions>
      </form>
    </DialogFrame>
  );
}

/** The field that holds a formula. */
function fieldOf({ rule }: ValidationSettings, formula: string | undefined): RuleField | null {
  if (formula === undefined || !formulasOf({ rule, ignoreBlank: true }).includes(formula)) return null;
  if (rule.kind === 'custom') return 'formula';
  if (rule.kind === 'list') return 'source';
  return 'operator' in rule && rule.first === formula ? 'first' : 'second';
}
