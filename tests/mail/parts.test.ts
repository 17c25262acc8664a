import { describe, expect, test } from 'vitest';
import { partsOf, wordsOf } from './reader.ts';

/** What an agent wrote above a quoted mail, whatever program put the quote there. */
const OWN = 'It left today.';

describe('what is quoted is told from what was written below', () => {
  test.each([
    ['marks', '> When does it ship?\n> Ann'],
    ['marks without blanks', '>When?\n>\n>Ann'],
    ['marks with initials', 'AL> When does it ship?\nAL> Ann'],
    ['full-width marks', '＞ 什么时候发货？'],
    ['Gmail', 'On Mon, 5 Jan 2026 at 09:00, Ann Lee <ann@example.com> wrote:\n> When?'],
    ['Gmail, folded', 'On Mon, 5 Jan 2026 at 09:00, Ann Lee with a long name\n<ann@example.com> wrote:\n> When?'],
    ['Gmail, without marks', 'On Mon, 5 Jan 2026 at 09:00, Ann Lee <ann@example.com> wrote:\n\nWhen?\nAnn'],
    ['Gmail in Chinese', '何女士 <he@example.com> 于2026年1月5日周一 09:00写道：\n> 什么时候？'],
    ['Apple in Chinese', '在 2026年1月5日，09:00，何女士 <he@example.com> 写道：\n\n什么时候？'],
    ['Gmail in traditional Chinese', '何女士 <he@example.com> 於 2026年1月5日 週一 上午9:00寫道：\n什麼時候？'],
    ['Kazakh', '2026 ж. 5 қаңтар, 09:00, Айдана <aidana@example.com> жазды:\n> Қашан?'],
    ['Gmail in Russian', 'пн, 5 янв. 2026 г. в 09:00, Айдана <aidana@example.com>:\n\nКогда?'],
    ['Russian with a verb', '5 января 2026, 09:00, Айдана <aidana@example.com> написал(а):\n> Когда?'],
    ['Outlook', '-----Original Message-----\nFrom: Ann Lee\nSent: Monday\n\nWhen?'],
    [
      'Outlook, headers alone',
      'From: Ann Lee <ann@example.com>\nSent: Monday, January 5, 2026\nTo: Care\nSubject: Lamp\n\nWhen?',
    ],
    ['Outlook below a line', '________________________________\nFrom: Ann Lee\nSent: Monday\nTo: Care\n\nWhen?'],
    ['Outlook in bold', '**From:** Ann Lee\n**Sent:** Monday\n**To:** Care\n\nWhen?'],
    ['Outlook in Chinese', '发件人：何女士\n发送时间：2026年1月5日 9:00\n收件人：青禾家居\n主题：落地灯\n\n什么时候？'],
    [
      'Outlook in traditional Chinese',
      '寄件者：何女士\n寄件日期：2026年1月5日\n收件者：青禾家居\n主旨：落地燈\n\n什麼時候？',
    ],
    ['Outlook in Russian', 'От: Айдана\nОтправлено: 5 января 2026 г. 9:00\nКому: Қолдау\nТема: Шам\n\nҚашан?'],
    ['Outlook in Kazakh', 'Кімнен: Айдана\nЖіберілді: 2026 ж. 5 қаңтар\nКімге: Қолдау\nТақырып: Шам\n\nҚашан?'],
    ['QQ', '------------------ 原始邮件 ------------------\n发件人: "何女士";\n\n什么时候？'],
    ['Zoho', '---- On Mon, 05 Jan 2026 09:00:00 +0800 ann@example.com wrote ----\n\nWhen?'],
  ])('%s', (_, quote) => {
    const mail = partsOf(`${OWN}\n\n${quote}\n`);
    expect(wordsOf(mail, 'own text')).toBe(OWN);
    expect(wordsOf(mail, 'quoted part')).toBe(quote.replace(/\n+/g, '\n'));
    expect(mail.written.length).toBe(OWN.length + 3 + quote.length);
    expect(wordsOf(mail, 'forwarded part')).toBeUndefined();
  });

  test.each([
    'On Monday we wrote:\nthe lamp comes on Friday.',
    'As we wrote on 5 January 2026:\nit is free.',
    'Send it from: our page\nto: your home',
    'Date: Monday\nTime: 9 am',
    'Subject: the lamp\nTo: be seen\nPlease look.',
    '发件人：我们会在寄出后通知您。',
    'The size is 5 > 3.',
    '<When does it ship?> Today.',
  ])('%j is written', (words) => {
    expect(wordsOf(partsOf(words), 'own text')).toBe(words);
    expect(partsOf(words).part('quoted part')).toBeUndefined();
  });

  test('answers between the lines stay, and so do their places', () => {
    const body = '> Is it free?\n\nYes.\n\n> And when?\n\nToday.';
    const mail = partsOf(body);
    expect(wordsOf(mail, 'own text')).toBe('Yes.\nToday.');
    const own = mail.part('own text')?.words as string;
    expect(own.length).toBe(body.length);
    expect(own.indexOf('Today.')).toBe(body.indexOf('Today.'));
  });

  test.each([
    '---------- Forwarded message ---------\nFrom: Ann\nSubject: Lamp\n\nWhen?',
    'Begin forwarded message:\n\nFrom: Ann\n\nWhen?',
    '-------- 转发邮件 --------\n发件人：何女士\n\n什么时候？',
    '-------- Қайта жіберілген хабарлама --------\nКімнен: Айдана\n\nҚашан?',
    '-------- Пересылаемое сообщение --------\nОт: Айдана\n\nКогда?',
  ])('%j is passed on', (forwarded) => {
    const mail = partsOf(`${OWN}\n\n${forwarded}`);
    expect(wordsOf(mail, 'own text')).toBe(OWN);
    expect(wordsOf(mail, 'forwarded part')).toBe(forwarded.replace(/\n+/g, '\n'));
    expect([...mail.kinds].sort()).toEqual(['forward', 'plain', 'service']);
  });

  test('the subject tells what a block of headers is', () => {
    const block = 'From: Ann\nSent: Monday\nTo: Care\n\nWhen?';
    expect(partsOf(`${OWN}\n\n${block}`, 'FW: Lamp').part('forwarded part')).toBeDefined();
    expect(partsOf(`${OWN}\n\n${block}`, 'RE: Lamp').part('quoted part')).toBeDefined();
  });
});

describe('the signature', () => {
  test.each([
    ['Hello,\nit left today.\n-- \nmia', 'mia'],
    ['It left today.\n--\nMia Lo\nCustomer Care', 'Mia Lo\nCustomer Care'],
    ['It left today.\n\nKind regards,\nMia Lo\nCustomer Care\n555-0100', 'Mia Lo\nCustomer Care\n555-0100'],
    ['It left today.\n\nBest regards, Mia', 'Mia'],
    ['It left today.\n\nThanks,\nMia', 'Mia'],
    ['It left today.\n\nMia Lo, Customer Care', 'Mia Lo, Customer Care'],
    ['It left today.\nThe Greenleaf Team', 'The Greenleaf Team'],
    ['It left today.\n\nSent from my iPhone', 'Sent from my iPhone'],
    ['今天已经寄出，请查收。\n小郑', '小郑'],
    ['今天已经寄出，请查收。\n小郑|售后专员', '小郑|售后专员'],
    ['今天已经寄出。\n此致\n敬礼\n青禾家居客服部\n400-000-0000', '青禾家居客服部\n400-000-0000'],
    ['今天已經寄出。\n祝好，\n鄭小姐', '鄭小姐'],
    ['今天已经寄出。\n\n发自我的iPhone', '发自我的iPhone'],
    ['Шам бүгін жіберілді.\n\nҚұрметпен,\nАйда Сейіт\nқолдау маманы', 'Айда Сейіт\nқолдау маманы'],
    ['Шам бүгін жіберілді.\nАйда Сейіт, қолдау маманы', 'Айда Сейіт, қолдау маманы'],
    ['Шам бүгін жіберілді.\n\nС уважением,\nАйда', 'Айда'],
    ['It left today.\n\nRegards,\nMia\n\n> When?\n> Ann', 'Mia'],
  ])('%j ends in %j', (body, signature) => {
    const mail = partsOf(body);
    expect(wordsOf(mail, 'signature')).toBe(signature);
    expect(wordsOf(mail, 'own text')).not.toContain(signature);
  });

  test.each([
    'It left today.',
    'It left today.\nHave a nice day',
    'Please check:\n- the lid\n- the cable',
    'Key points\n----\nIt left today. It comes on Friday.',
    '今天已经寄出，请查收。\n谢谢',
    '请按以下步骤：\n1. 打开\n2. 取出',
    'Шам бүгін жіберілді.\nРақмет',
    'Mia',
  ])('%j has none', (body) => expect(partsOf(body).part('signature')).toBeUndefined());
});

describe('the salutation', () => {
  test.each([
    ['Dear Ms Park,\n\nit left today.', 'Dear Ms Park,'],
    ['Hi Ann\n\nIt left today.', 'Hi Ann'],
    ['Hello Ann, it left today.', 'Hello Ann'],
    ['尊敬的何女士：\n您好！今天寄出。', '尊敬的何女士：'],
    ['您好，今天已经寄出。', '您好'],
    ['Құрметті Айдана ханым!\nШам жіберілді.', 'Құрметті Айдана ханым!'],
    ['Сәлеметсіз бе, шам жіберілді.', 'Сәлеметсіз бе'],
    ['> Hello\n\nDear Ann,\nyes.', 'Dear Ann,'],
  ])('of %j is %j', (body, salutation) => expect(wordsOf(partsOf(body), 'salutation')).toBe(salutation));

  test.each(['It left today.', 'Thank Ann, she said hello.', ''])('%j has none', (body) =>
    expect(partsOf(body).part('salutation')).toBeUndefined(),
  );
});

describe('HTML', () => {
  const body = '<p style="color:red">Hello&nbsp;Ann,</p><p>It left<br>today.</p><style>p {x: y}</style><!-- no -->';

  test('is blanked out, and the words stay where they are', () => {
    const mail = partsOf(body);
    expect(wordsOf(mail, 'own text')?.replace(/ +/g, ' ')).toBe('Hello Ann,\nIt left\ntoday.');
    expect(mail.written.indexOf('today')).toBe(body.indexOf('today'));
    expect(mail.written.length).toBe(body.length);
    expect(mail.part('html')?.words).toBe(body);
    expect(mail.kinds).toContain('html');
  });

  test('ends somewhere in a file that is cut', () => {
    const cut = `<p>Hello ${'<!-- <style> <script> '.repeat(20_000)}`;
    const before = performance.now();
    expect(partsOf(cut).written.length).toBe(cut.length);
    expect(performance.now() - before).toBeLessThan(5000);
  });

  test.each(['a < b > c', 'Press <Enter>.', '<b>now</b>', '<When?> Today.'])('%j is plain', (words) => {
    expect(partsOf(words).kinds).toContain('plain');
  });
});
