/**
 * The values of one source for several readers at once. Each value is made when every reader has asked for it, so that none is
 * held for the slowest. A reader that leaves lets the others go on.
 */
export function inStep<Value>(source: AsyncIterable<Value>, readers: number): readonly AsyncIterable<Value>[] {
  const iterator = source[Symbol.asyncIterator]();
  let active = readers;
  let waiting: Waiting<Value>[] = [];
  const goOn = () => {
    if (waiting.length === 0 || waiting.length < active) return;
    const all = waiting;
    waiting = [];
    iterator.next().then(
      (result) => {
        for (const { resolve } of all) resolve(result);
      },
      (error: unknown) => {
        for (const { reject } of all) reject(error);
      },
    );
  };
  const readerOf = (): AsyncIterator<Value> => ({
    next: () =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        goOn();
      }),
    async return() {
      active--;
      if (active === 0) await iterator.return?.();
      else goOn();
      return { done: true, value: undefined };
    },
  });
  return Array.from({ length: readers }, () => ({ [Symbol.asyncIterator]: readerOf }));
}

interface Waiting<Value> {
  resolve(result: IteratorResult<Value>): void;
  reject(error: unknown): void;
}
