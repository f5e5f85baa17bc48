/** Gives what has something done with the next frame: once, however often it is asked for until then. */
export function withNextFrame(work: () => void, signal: AbortSignal): () => void {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => {
      isPlanned = false;
      if (!signal.aborted) work();
    });
  };
}
