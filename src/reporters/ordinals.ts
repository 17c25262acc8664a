/** Numbers things that look alike within one file, from 1; the files come one after the other. */
export class Ordinals {
  #path: string | undefined;
  #counts = new Map<string, number>();

  next(path: string, thing: string): number {
    if (path !== this.#path) this.#counts = new Map();
    this.#path = path;
    const number = (this.#counts.get(thing) ?? 0) + 1;
    this.#counts.set(thing, number);
    return number;
  }
}
