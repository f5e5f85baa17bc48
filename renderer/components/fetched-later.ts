import { lazy, type ReactNode } from 'react';

const waiting: (() => Promise<unknown>)[] = [];

/**
 * A component whose code is not part of the start: it is fetched once the window has nothing else to do
 * (`fetchTheRest`), so that it is there when its command comes and keys typed right after that reach it.
 */
export function fetchedLater<Props extends object>(load: () => Promise<(props: Props) => ReactNode>) {
  let loading: Promise<{ default: (props: Props) => ReactNode }> | undefined;
  const once = () =>
    (loading ??= load().then(
      (component) => ({ default: component }),
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    ));
  waiting.push(once);
  return lazy(once);
}

/** Fetches the code of all such components, one after the other, while the window is idle. */
export function fetchTheRest(): void {
  const next = waiting.shift();
  if (!next) return;
  // What cannot be fetched now is asked for again where it is needed, and says so there.
  requestIdleCallback(() => void next().then(fetchTheRest, () => {}));
}
