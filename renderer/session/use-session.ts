import { useCallback, useSyncExternalStore } from 'react';
import type { Session, SessionTopic } from '../session.ts';

/** Renders the component again after every change of the session's topic. */
export function useSessionTopic(session: Session, topic: SessionTopic): number {
  const subscribe = useCallback(
    (listener: () => void) => session.subscribe(topic, listener),
    [session, topic],
  );
  return useSyncExternalStore(subscribe, () => session.version(topic));
}
