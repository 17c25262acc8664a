/** Whether a body is written as HTML: the tags of a page, not a lone <b>. */
export function isHtml(words: string): boolean {
  return PAGE_TAG.test(words) && /<\/?[a-z][^<>]{0,400}>/i.test(words);
}

const PAGE_TAG =
  /<(?:!doctype html|html|body|head|table|tr|td|div|p|br|span|font|img|a|ul|ol|li|h[1-6])(?:\s[^<>]{0,2000})?\/?>/i;
