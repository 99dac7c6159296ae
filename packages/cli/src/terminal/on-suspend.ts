import type { LiveRegion } from './live-region.ts';

/** On Ctrl-Z gives the shell a whole terminal, and `fg` a frame of its own. Returns what ends that. */
export function onSuspend(region: LiveRegion): () => void {
  const suspend = (): void => {
    region.pause();
    process.kill(process.pid, 'SIGSTOP');
  };
  process.on('SIGTSTP', suspend);
  return () => void process.off('SIGTSTP', suspend);
}
