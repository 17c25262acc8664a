import type { Detector } from './detector.ts';
import { rangesOf } from './detector.ts';

/** The family names that most Chinese bear. */
export const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';

export const COMPOUND_SURNAMES = '欧阳|司马|上官|诸葛|皇甫|尉迟|令狐|慕容|司徒|夏侯|东方|端木';

export const surname: Detector = {
  name: 'surname',
  about: 'A Chinese family name where a phrase expects one: 王, 欧阳',
  find: ({ folded }) => rangesOf(SURNAME, folded),
};

const SURNAME = new RegExp(`${COMPOUND_SURNAMES}|[${SURNAMES}]`, 'gu');
