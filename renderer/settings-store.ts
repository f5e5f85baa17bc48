import type { Host, Settings } from '../shared/host.ts';
import type { Result } from '../shared/result.ts';

/** The person's settings: kept by the host, and put on the page as theme and density. */
export class SettingsStore {
  readonly #host: Host;
  readonly #listeners = new Set<() => void>();
  #settings: Settings;

  constructor(host: Host, settings: Settings) {
    this.#host = host;
    this.#settings = settings;
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', () => this.#putOnPage());
    this.#putOnPage();
  }

  get current(): Settings {
    return this.#settings;
  }

  /** Takes effect at once; the answer says whether it will also be there next time. */
  async change(change: Partial<Settings>): Promise<Result<null>> {
    this.#settings = { ...this.#settings, ...change };
    this.#putOnPage();
    for (const listener of this.#listeners) listener();
    return this.#host.call('settings.write', this.#settings);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #putOnPage(): void {
    const { theme, density } = this.#settings;
    const dark =
      theme === 'dark' || (theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches);
    const { dataset } = document.documentElement;
    dataset['theme'] = dark ? 'dark' : 'light';
    dataset['density'] = density;
  }
}
