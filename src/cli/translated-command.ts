import type { Argument, Option } from 'commander';
import { Command, Help } from 'commander';
import stringWidth from 'fast-string-width';
import { wrapped } from '../reporters/wrap.ts';
import type { Teller } from '../told/teller.ts';

/** A command whose help is told in another language than English, which is the only one that commander speaks. */
export class TranslatedCommand extends Command {
  readonly #tell: Teller;

  constructor(tell: Teller, name?: string) {
    super(name);
    this.#tell = tell;
  }

  override createCommand(name?: string): Command {
    return new TranslatedCommand(this.#tell, name);
  }

  override createHelp(): Help {
    return Object.assign(new TranslatedHelp(this.#tell), this.configureHelp());
  }
}

class TranslatedHelp extends Help {
  readonly #tell: Teller;

  constructor(tell: Teller) {
    super();
    this.#tell = tell;
  }

  override commandUsage(command: Command): string {
    return super.commandUsage(command).replace(/\[(?:options|command)\]/g, (part) => this.#tell(part));
  }

  override commandDescription(command: Command): string {
    return this.#tell(command.description());
  }

  override subcommandDescription(command: Command): string {
    return this.#tell(command.summary() || command.description());
  }

  override subcommandTerm(command: Command): string {
    return super.subcommandTerm(command).replace('[options]', (part) => this.#tell(part));
  }

  override argumentDescription(argument: Argument): string {
    return this.#tell(argument.description);
  }

  override optionDescription(option: Option): string {
    const more = super.optionDescription(option).slice(option.description.length);
    const told = more.replace(/choices:|default:|(?<=default: )[a-z][a-z ]*/g, (part) => this.#tell(part));
    return `${this.#tell(option.description)}${told}`;
  }

  override styleTitle(title: string): string {
    return this.#tell(title);
  }

  override displayWidth(words: string): number {
    return stringWidth(words);
  }

  /** Chinese has no blanks, and may be broken between any two characters but before closing marks. */
  override boxWrap(words: string, width: number): string {
    if (width < this.minWidthToWrap) return words;
    return words
      .split('\n')
      .flatMap((line) => wrapped(line, width))
      .join('\n');
  }
}
