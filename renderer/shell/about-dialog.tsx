import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Settings } from '../../shared/host.ts';
import type { Result } from '../../shared/result.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import './about-dialog.css';

export interface AboutDialogProps {
  readonly version: string;
  /** What the system calls the user: the name while none is given. */
  readonly userName: string;
  readonly settings: Settings;
  readonly onSave: (change: Partial<Settings>) => Promise<Result<null>>;
  readonly onClose: () => void;
}

/** What this is, for whom changes are logged, under which licences its parts are used, and where bought keys go. */
export function AboutDialog({ version, userName, settings, onSave, onClose }: AboutDialogProps) {
  const [hyperformulaKey, setHyperformulaKey] = useState(settings.hyperformulaKey);
  const [handsontableKey, setHandsontableKey] = useState(settings.handsontableKey);
  const [said, setSaid] = useState<string | null>(null);
  const changed =
    hyperformulaKey !== settings.hyperformulaKey || handsontableKey !== settings.handsontableKey;

  const save = async () => {
    const answer = await onSave({
      hyperformulaKey: hyperformulaKey.trim(),
      handsontableKey: handsontableKey.trim(),
    });
    setSaid(
      answer.ok
        ? 'The keys are saved. They take effect when the program starts again.'
        : `${answer.problem.message} ${answer.problem.remedy}`,
    );
  };

  return (
    <DialogFrame heading={`Roundtrip ${version}`} wide onClose={onClose}>
      <div className="about">
        <p>
          An offline workbook of circular AI financing and data-center spending through 2028. No account, no
          network, no telemetry.
        </p>
        <NameForm name={settings.personName} userName={userName} onSave={onSave} />
        <h3>Licences</h3>
        <dl className="licences">
          <dt>Roundtrip</dt>
          <dd>MIT</dd>
          <dt>HyperFormula, the calculation engine</dt>
          <dd>
            GPL-3.0, or commercial with a key. Without a key, passing this program on is under the terms of
            the GPL.
          </dd>
          <dt>Handsontable, the grid</dt>
          <dd>Free for non-commercial use and evaluation. Commercial use needs a key.</dd>
          <dt>IBM Plex Sans, IBM Plex Mono</dt>
          <dd>SIL Open Font License 1.1</dd>
          <dt>Lucide icons</dt>
          <dd>ISC</dd>
        </dl>
        <h3>Keys</h3>
        <form
          id="keys"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <SettingField label="HyperFormula key" value={hyperformulaKey} onChange={setHyperformulaKey} />
          <SettingField label="Handsontable key" value={handsontableKey} onChange={setHandsontableKey} />
        </form>
        <p className="quiet" role="status">
          {said ?? 'Leave a field empty to use the free licence. Keys stay on this computer.'}
        </p>
      </div>
      <div className="dialog-actions">
        <Button className="button" type="submit" form="keys" isDisabled={!changed}>
          Save keys
        </Button>
        <Button className="button primary" autoFocus onPress={onClose}>
          Close
        </Button>
      </div>
    </DialogFrame>
  );
}

interface NameFormProps {
  readonly name: string;
  readonly userName: string;
  readonly onSave: AboutDialogProps['onSave'];
}

/** Who changes are logged for. */
function NameForm({ name, userName, onSave }: NameFormProps) {
  const [typed, setTyped] = useState(name);
  const [said, setSaid] = useState<string | null>(null);
  const wanted = typed.trim();
  const save = async () => {
    const answer = await onSave({ personName: wanted });
    setTyped(wanted);
    setSaid(
      answer.ok
        ? `From now on changes are logged ${wanted === '' ? 'under the name of the system' : `as ${wanted}`}.`
        : `${answer.problem.message} ${answer.problem.remedy}`,
    );
  };
  return (
    <>
      <h3>Your name</h3>
      <form
        className="name-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <SettingField
          label="Name in the log"
          value={typed}
          placeholder={userName}
          isName
          onChange={(value) => {
            setTyped(value);
            setSaid(null);
          }}
        />
        <Button className="button" type="submit" isDisabled={wanted === name}>
          Save name
        </Button>
      </form>
      <p className="quiet" role="status">
        {said ??
          'Files say who changed what and when, under this name. Left empty, it is that of the system. Exports to Excel do not hold it.'}
      </p>
    </>
  );
}

interface SettingFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** A name for people to read, not a key. */
  readonly isName?: boolean;
  readonly onChange: (value: string) => void;
}

function SettingField({ label, value, placeholder, isName = false, onChange }: SettingFieldProps) {
  const id = label.replaceAll(' ', '-');
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={isName ? undefined : 'mono'}
        value={value}
        placeholder={placeholder}
        maxLength={isName ? 100 : 200}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
