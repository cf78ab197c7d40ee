import { en as approvalsEn } from '#mechanisms/approvals/words.en.ts';
import { zh as approvalsZh } from '#mechanisms/approvals/words.zh.ts';
import { client } from '#platform/client.ts';
import { useLanguage } from '#ui/words.ts';
import { outgoing } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { en as pagesEn } from './words.en.ts';
import { zh as pagesZh } from './words.zh.ts';

export const api = client('outgoing', outgoing);

/** What is read again after an act on an outgoing document. */
export const stale = ['outgoing', 'todos', 'approvals', 'files', 'lifecycle'] as const;

const chinese = { ...zh, refusals: { ...approvalsZh.refusals, ...zh.refusals }, acts: { ...approvalsZh.acts, ...zh.acts }, verbs: pagesZh.verbs, numberStates: pagesZh.numberStates, paperStates: pagesZh.paperStates, verdicts: pagesZh.verdicts, labels: { ...zh.labels, ...pagesZh.labels } };
const english: typeof chinese = { ...en, refusals: { ...approvalsEn.refusals, ...en.refusals }, acts: { ...approvalsEn.acts, ...en.acts }, verbs: pagesEn.verbs, numberStates: pagesEn.numberStates, paperStates: pagesEn.paperStates, verdicts: pagesEn.verdicts, labels: { ...en.labels, ...pagesEn.labels } };

/** The words of the module and of its pages. */
export const useOutgoingWords = () => (useLanguage() === 'zh' ? chinese : english);
