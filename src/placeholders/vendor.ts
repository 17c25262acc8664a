/** The slots that a help desk fills in when it sends a canned reply. One file per vendor. */
export interface Vendor {
  /** As `vendors` in the configuration names it. */
  readonly name: string;
  /** How its slots are written. */
  readonly grammar: Grammar;
  /** Names as its documentation gives them; `*` is any part between dots, `**` any parts from there on. */
  readonly known: readonly string[];
}

/** The brackets around a slot, by what opens it. */
export type Grammar = '{{' | '{%' | '#{' | '%{';

/** The slots of a person, under a name such as `ticket.requester`. */
export function under(owner: string, names: string): readonly string[] {
  return names.split(' ').map((name) => `${owner}.${name}`);
}
