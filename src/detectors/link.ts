import type { Detector } from './detector.ts';
import { rangesOf } from './detector.ts';

export const link: Detector = {
  name: 'link',
  about: 'An address of the web: https://example.com/help, www.example.kz, example.com/contact',
  find: ({ folded }) => (folded.includes('.') || folded.includes('://') ? rangesOf(ADDRESS, folded) : []),
};

const ADDRESS =
  /https?:\/\/[^\s<>"'，。；！？、（）]{2,300}|(?<![\p{L}\p{N}@.])(?:www\.[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}|[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,62}){0,2}\.(?:com|net|org|info|shop|store|help|app|io|co|cn|kz|ru|tw|hk|uk|eu|de|us))(?![a-z0-9@])(?:\/[^\s<>"'，。；！？、（）]{0,300})?/gu;
