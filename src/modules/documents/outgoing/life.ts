import { en as approvalsEn } from '#mechanisms/approvals/words.en.ts';
import { zh as approvalsZh } from '#mechanisms/approvals/words.zh.ts';
import type { Life } from '#mechanisms/lifecycle/rules.ts';
import { states } from './nouns.ts';
import { ended, lifecycle } from './rules.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

const worded = ({ title, states: named, acts }: { title: string; states: Readonly<Record<string, string>>; acts: Readonly<Record<string, string>> }) => ({
  title,
  states: named,
  acts: Object.fromEntries(Object.keys(lifecycle).map((act) => [act, acts[act.includes('.') ? act : `outgoing.${act}`] ?? ''])),
});

/** From the draft to whoever has it. */
export const life: Life = {
  kind: 'outgoing', states, starts: ['draft'], ends: ended, transitions: lifecycle,
  zh: worded({ title: zh.labels.outgoing, states: zh.states, acts: { ...approvalsZh.acts, ...zh.acts } }),
  en: worded({ title: en.labels.outgoing, states: en.states, acts: { ...approvalsEn.acts, ...en.acts } }),
};
