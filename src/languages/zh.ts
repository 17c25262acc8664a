import type { Language } from './language.ts';

/** Both scripts: words are compared after folding traditional to simplified characters. */
export const zh: Language = {
  tag: 'zh',
  commonWords: [],
  abbreviations: [],
  // Made of digits and counted by place: `checks/said-facts.ts` reads them.
  numberWords: {},
  endings: [],
  mostEndings: 0,
  doubled: [],
  mail: {
    headers: {
      subject: ['主题', '主題', '主旨', '标题', '標題', '邮件主题', '郵件主題'],
      from: ['发件人', '寄件人', '發件人', '寄件者', '发信人', '發信人'],
      'reply-to': ['回复地址', '回覆地址', '回复至', '回覆至'],
      to: ['收件人', '收件者'],
      cc: ['抄送', '抄送人', '副本', '密送'],
      date: [
        '日期',
        '发送时间',
        '發送時間',
        '发件时间',
        '寄件日期',
        '传送时间',
        '傳送時間',
        '时间',
        '時間',
        '发送日期',
      ],
    },
    reply: ['回复', '回覆', '答复', '答覆', '回信'],
    forward: ['转发', '轉發', '转寄', '轉寄'],
    quoteOpens: ['在', '于', '於'],
    quoteCloses: ['写道', '寫道', '写到', '寫到', '写了', '寫了', '写', '寫'],
    original: ['原始邮件', '原始郵件', '原邮件', '原郵件', '原始信件', '原始消息', '回复的原邮件', '回复的邮件'],
    forwarded: [
      '转发邮件',
      '轉寄郵件',
      '轉發郵件',
      '转发的邮件',
      '转发邮件信息',
      '转发的消息',
      '轉寄的郵件',
      '已转发邮件',
      '下面是被转发的邮件',
    ],
    sentFrom: ['发自我的', '發自我的', '从我的', '從我的', '发送自', '來自我的', '发自手机', '获取outlook'],
  },
};
