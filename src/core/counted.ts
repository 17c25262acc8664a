/** How a language writes numbers, and things by their number. */
export interface Counting {
  number(value: number): string;
  /** `1 file`, `1,234 files`: the form that the plural rules of the language ask for. @param forms `other` where there is no form of its own */
  counted(count: number, forms: PluralForms): string;
}

export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** What Intl knows of a language is loaded when the first number is written. */
export function countingIn(locale: string): Counting {
  let numbers: Intl.NumberFormat | undefined;
  let plurals: Intl.PluralRules | undefined;
  const number = (value: number) => {
    numbers ??= new Intl.NumberFormat(locale);
    return numbers.format(value);
  };
  return {
    number,
    counted(count, forms) {
      plurals ??= new Intl.PluralRules(locale);
      return `${number(count)} ${forms[plurals.select(count)] ?? forms.other}`;
    },
  };
}
