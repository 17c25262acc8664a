import type { Detector } from './detector.ts';
import { placeholder } from './placeholder.ts';

export const namePlaceholder: Detector = {
  name: 'name-placeholder',
  about: 'A slot for a person’s name that says nothing for the case that there is none: {{contact.first_name}}, {姓名}',
  find: (subject, context) =>
    placeholder.find(subject, context).filter(({ start, end }) => {
      const slot = subject.words.slice(start, end);
      return NAME.test(slot) && !FALLBACK.test(slot);
    }),
};

const NAME =
  /(?:^|[^a-z])(?:(?:first|last|full|nick|given|customer|client|contact|user|requester)?[_ -]?name|fname|login)(?![a-z])|(?:first|last|full)Name|姓名|昵称|暱稱|名字|称呼|稱呼|客户名|客戶名|会员名|買家名|买家名|(?<!\p{L})(?:аты|есімі|аты-жөні|имя)(?!\p{L})/iu;
const FALLBACK = /\||fallback|default/i;
