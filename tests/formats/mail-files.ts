/** The fixtures that hold the kettle in mails, with how many conversations each has. */
export const MAIL_THREADS: Readonly<Record<string, { readonly format: string; readonly many: number }>> = {
  'mail-digest.eml': { format: 'eml', many: 1 },
  'mails.mbox': { format: 'mbox', many: 2 },
  'mails-crlf.mbox': { format: 'mbox', many: 2 },
};

/** The fixtures that hold the first answer of the agent alone. */
export const SINGLE_MAILS: readonly string[] = [
  'mail-8bit.eml',
  'mail-quoted-printable.eml',
  'mail-gb18030.eml',
  'mail-html.eml',
  'mail-alternative.eml',
];

export const MAIL_FILES: readonly string[] = [...Object.keys(MAIL_THREADS), ...SINGLE_MAILS];
