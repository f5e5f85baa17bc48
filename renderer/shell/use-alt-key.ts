import { useEffect, useEffectEvent, useState } from 'react';
import { onMac } from './shortcuts.ts';

/** Tells whether Alt is held by itself, and calls `onTap` when it was pressed and let go with nothing between. */
export function useAltKey(onTap: () => void): boolean {
  const [isHeld, setIsHeld] = useState(false);
  const tap = useEffectEvent(onTap);
  useEffect(() => {
    if (onMac) return undefined;
    let isAlone = false;
    const onKeyDown = ({ key, ctrlKey, metaKey, shiftKey, repeat }: KeyboardEvent) => {
      const isAlt = key === 'Alt' && !ctrlKey && !metaKey && !shiftKey;
      isAlone = isAlt && (isAlone || !repeat);
      if (isAlt) setIsHeld(true);
    };
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key !== 'Alt') return;
      setIsHeld(false);
      if (!isAlone) return;
      isAlone = false;
      // The browser has a menu of its own on this key.
      event.preventDefault();
      tap();
    };
    const onOther = () => {
      isAlone = false;
    };
    const onBlur = () => {
      isAlone = false;
      setIsHeld(false);
    };
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    window.addEventListener('keydown', onKeyDown, options);
    window.addEventListener('keyup', onKeyUp, options);
    window.addEventListener('pointerdown', onOther, options);
    window.addEventListener('wheel', onOther, { ...options, passive: true });
    window.addEventListener('blur', onBlur, options);
    return () => listening.abort();
  }, []);
  return isHeld;
}
