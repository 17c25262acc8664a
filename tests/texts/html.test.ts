import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, isRefusal } from '../../src/core/edit.ts';
import { verbatim } from '../../src/core/text.ts';
import { readHtml } from '../../src/texts/html.ts';
import { words } from './words.ts';

const seen = (markup: string) => readHtml(verbatim(markup, 0)).words;

describe('what is seen of', () => {
  test.each([
    ['Hello,\nthere  & you', 'Hello,\nthere  & you'],
    ['a &lt; b &amp;&amp; c', 'a < b && c'],
    ['3 < 4 and 5>4', '3 < 4 and 5>4'],
    ['<p>Hello</p><p>Bye</p>', 'Hello\n\nBye'],
    ['<div>Hi</div><br><div>Your order</div>', 'Hi\n\nYour order'],
    ['<div>a<br></div><div>b</div>', 'a\nb'],
    ['<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['<ul><li>one</li><li>two</li></ul>', 'one\ntwo'],
    ['<p>\n  Hello\n  <b>dear</b>   Ann\n</p>\n', 'Hello dear Ann'],
    ['re<b>fun</b>d', 'refund'],
    ['a&nbsp;b&#8203;c&#x1F60A;&eacute;', 'a\u00a0b\u200bc😊é'],
    ['a<script>var b = "<p>c</p>";</script>d<style>p{}</style>e', 'ade'],
    ['a<span style="color:red; display: none">b<b>c</b></span>d<i hidden>e</i>', 'ad'],
    ['a<!-- b <p> -->c', 'ac'],
    ['<pre>a\n  b</pre>c', 'a\n  b\n\nc'],
    ['<div hidden>a</p></b>b</div>c', 'c'],
    ['<p>您好，</p><p>请问</p>', '您好，\n\n请问'],
    ['<p class="a', ''],
    ['<p>a</p class', 'a'],
    ['<p>a<br /', 'a'],
    ['a</div; b', 'a'],
    ['<p></p>', ''],
    ['', ''],
  ])('%j is %j', (markup, expected) => expect(seen(markup)).toBe(expected));
});

describe('an edit', () => {
  const edited = (markup: string, old: string, replacement: string) => {
    const text = readHtml(verbatim(markup, 0));
    const start = text.words.indexOf(old);
    const edit = text.edit({ start, end: start + old.length }, replacement);
    return isRefusal(edit) ? edit.refused : applyEdits(markup, [edit]);
  };
  test.each([
    ['<p>Hello Ann</p>', 'Ann', 'Q&A <team>', '<p>Hello Q&amp;A &lt;team&gt;</p>'],
    ['<p>a &amp; b</p>', '&', 'and', '<p>a and b</p>'],
    ['<p>one two</p>', 'two', 'two\nthree', '<p>one two<br>three</p>'],
    ['a &lt; b', '<', '>', 'a &gt; b'],
    ['<p>a\n\n b</p>', 'a b', 'c', '<p>c</p>'],
    ['<p>re<b>fun</b>d</p>', 'refund', 'money', 'the words are interrupted by markup'],
    ['<p>a</p><p>b</p>', 'a\n\nb', 'c', 'the words run over several blocks of the markup'],
    ['<p>a b</p>', 'a b', ' c ', 'the markup would not show these words as they are'],
  ])('%j, %j to %j', (markup, old, replacement, expected) => expect(edited(markup, old, replacement)).toBe(expected));

  test('is read as the words that were put in, or refused', () => {
    const pieces = fc.array(
      fc.oneof(
        words,
        fc.constantFrom('<p>', '</p>', '<br>', '<div hidden>', '</div>', '&amp;', '&#128522;', ' ', '\n', '<pre>'),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(pieces, words, fc.nat(), fc.nat(), (markup, replacement, from, to) => {
        const source = markup.join('');
        const text = readHtml(verbatim(source, 0));
        const [start, end] = [from % (text.words.length + 1), to % (text.words.length + 1)].sort((a, b) => a - b) as [
          number,
          number,
        ];
        const edit = text.edit({ start, end }, replacement);
        if (isRefusal(edit)) return;
        expect(seen(applyEdits(source, [edit]))).toBe(text.words.slice(0, start) + replacement + text.words.slice(end));
      }),
      { seed: 4, numRuns: 2000 },
    );
  });
});

test('hidden and unclosed elements without end cost no more than their length', () => {
  for (const markup of ['<div hidden>', '<a>', '</b>', '<pre>', ' ', '&', '<', '<br>', '&#65;']) {
    const before = performance.now();
    seen(`<p>a${markup.repeat(50_000)}`);
    expect([markup, performance.now() - before < 3000]).toEqual([markup, true]);
  }
});
