import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';

interface TickProps {
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}

/** A box that is ticked or not, and its words. */
export function Tick({ isOn, onChange, children }: TickProps) {
  return (
    <Checkbox className="tick" isSelected={isOn} onChange={onChange}>
      <span className="tick-box" aria-hidden="true" />
      {children}
    </Checkbox>
  );
}
