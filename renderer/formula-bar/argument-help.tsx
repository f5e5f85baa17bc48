import { argumentAt } from '../../shared/function-guide/guide-function.ts';
import type { CallInProgress } from './use-completion.ts';
import './argument-help.css';

/** The arguments of the function that is being written, with the present one marked, and what it gives. */
export function ArgumentHelp({ guide, argument }: CallInProgress) {
  const present = argumentAt(guide, argument);
  return (
    <div className="argument-help float" role="status">
      <p className="argument-names">
        {guide.name}(
        {guide.arguments.map(({ name, optional, repeated }, index) => (
          <span key={name}>
            {index > 0 && ', '}
            <span data-present={index === present || undefined}>
              {optional ? `[${name}]` : name}
              {repeated && '…'}
            </span>
          </span>
        ))}
        )
      </p>
      <p className="argument-meaning">{guide.meaning}</p>
    </div>
  );
}
