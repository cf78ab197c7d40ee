import type { Life } from '#mechanisms/lifecycle/rules.ts';
import { states } from './nouns.ts';
import { ended, lifecycle } from './rules.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

type Words = typeof zh | typeof en;
const worded = ({ labels, states, acts }: Words) => ({
  title: labels.incoming,
  states,
  acts: Object.fromEntries(Object.keys(lifecycle).map((act) => [act, (acts as Record<string, string>)[`incoming.${act}`] ?? ''])),
});

/** From the door to done. 阅件 and stubs take the short ways. */
export const life: Life = { kind: 'incoming', states, starts: ['registered', 'stub'], ends: ended, transitions: lifecycle, zh: worded(zh), en: worded(en) };
