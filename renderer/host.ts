import {
  hostEvent,
  hostMethods,
  type Host,
  type HostEvent,
  type HostInput,
  type HostMethod,
  type HostOutput,
} from '../shared/host.ts';

/** What the preload puts on the window of the desktop program: untyped plain data both ways. */
interface Bridge {
  call(method: string, input: unknown): Promise<unknown>;
  onEvent(listener: (event: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly roundtripHost?: Bridge;
  }
}

/** The machine: over the preload in the desktop program, over loopback HTTP in a browser. */
export function connectHost(): Host {
  return checked(window.roundtripHost ?? httpBridge());
}

/** Every answer and event is parsed before the screen trusts it. */
function checked(bridge: Bridge): Host {
  return {
    async call<Method extends HostMethod>(
      method: Method,
      input: HostInput<Method>,
    ): Promise<HostOutput<Method>> {
      const answer = await bridge.call(method, input);
      // The schema was looked up by the method: the compiler cannot follow that the two belong together.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return hostMethods[method].output.parse(answer) as HostOutput<Method>;
    },
    onEvent(listener: (event: HostEvent) => void) {
      return bridge.onEvent((event) => listener(hostEvent.parse(event)));
    },
  };
}

function httpBridge(): Bridge {
  return {
    async call(method, input) {
      const answer = await fetch(`/host/${method}`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      if (!answer.ok)
        throw new Error(`The program answered ${answer.status} to ${method}: ${await answer.text()}`);
      return answer.json();
    },
    onEvent(listener) {
      const events = new EventSource('/events');
      events.addEventListener('message', (message: MessageEvent<string>) =>
        listener(JSON.parse(message.data)),
      );
      return () => events.close();
    },
  };
}
