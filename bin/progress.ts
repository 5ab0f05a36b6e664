/** One line of progress on a terminal; nothing at all elsewhere. */
export type Progress = {
  /** Shows what is being done, with the seconds that it has taken or, given `forMs`, that it will still take. */
  readonly show: (what: string, forMs?: number) => void;
  readonly clear: () => void;
};

const FRAMES = ['|', '/', '-', '\\'];

/** Progress for this stream, usually standard error. */
export function progress(stream: NodeJS.WriteStream): Progress {
  let timer: NodeJS.Timeout | undefined;
  const clear = () => {
    if (timer === undefined) return;
    clearInterval(timer);
    timer = undefined;
    stream.write('\r\u001b[K');
  };
  return {
    clear,
    show: (what, forMs) => {
      clear();
      if (!stream.isTTY) return;
      const begun = performance.now();
      let frame = 0;
      timer = setInterval(() => {
        const passed = performance.now() - begun;
        const seconds = Math.ceil(Math.max(0, forMs === undefined ? passed : forMs - passed) / 1000);
        const clock = forMs === undefined ? `${seconds} s` : `at most ${seconds} s more`;
        stream.write(`\r\u001b[K${FRAMES[frame++ % FRAMES.length]} ${what} (${clock})`);
      }, 100);
      timer.unref();
    },
  };
}
