import './lamp.css';

/** The sign of a check: a green disc with a tick, or a red diamond with an exclamation mark. Words stand beside it. */
export function Lamp({ state }: { readonly state: 'holds' | 'fails' }) {
  return (
    <svg className={`lamp ${state}`} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      {state === 'holds' ? (
        <>
          <circle className="ground" cx="7" cy="7" r="7" />
          <path className="sign" d="M4 7.3 6.2 9.4 10 4.9" />
        </>
      ) : (
        <>
          <path className="ground" d="M7 .2 13.8 7 7 13.8.2 7Z" />
          <path className="sign" d="M7 3.9v3.6M7 9.8v.3" />
        </>
      )}
    </svg>
  );
}
