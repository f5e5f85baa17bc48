import { useEffect, useSyncExternalStore } from 'react';
import './toasts.css';

const staysMilliseconds = 6000;

interface Toast {
  readonly id: number;
  readonly message: string;
}

/** Words about things done; never about errors. The newest replaces the one before. */
export class Toasts {
  readonly #listeners = new Set<() => void>();
  #shown: Toast | null = null;
  #lastId = 0;

  get shown(): Toast | null {
    return this.#shown;
  }

  /** Shows words, and gives what takes these very words away. */
  say(message: string): number {
    this.#set({ id: ++this.#lastId, message });
    return this.#lastId;
  }

  dismiss(id: number): void {
    if (this.#shown?.id === id) this.#set(null);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(shown: Toast | null): void {
    this.#shown = shown;
    for (const listener of this.#listeners) listener();
  }
}

/** One line at the lower right of the grid, for six seconds. */
export function ToastLine({ toasts }: { readonly toasts: Toasts }) {
  const shown = useSyncExternalStore(
    (listener) => toasts.subscribe(listener),
    () => toasts.shown,
  );
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => toasts.dismiss(shown.id), staysMilliseconds);
    return () => clearTimeout(timer);
  }, [shown, toasts]);
  return (
    <div className="toast-place" role="status" aria-live="polite">
      {shown && (
        <div className="toast float" key={shown.id}>
          {shown.message}
        </div>
      )}
    </div>
  );
}
