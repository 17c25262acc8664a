import type { Detector } from './detector.ts';
import { rangesOf } from './detector.ts';

export const noReplyAddress: Detector = {
  name: 'no-reply-address',
  about: 'An address that takes no answers: noreply@example.com, do-not-reply77@example.com',
  find: ({ folded }) => (folded.includes('@') ? rangesOf(ADDRESS, folded) : []),
};

const ADDRESS =
  /(?<![a-z0-9])(?:no|not|do[._-]?not|dont)[._-]?(?:reply|answer|respond)[a-z0-9._+-]{0,40}@[a-z0-9.-]{1,200}/gu;
