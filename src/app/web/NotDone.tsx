import { en as approvalsEn } from '#mechanisms/approvals/words.en.ts';
import { zh as approvalsZh } from '#mechanisms/approvals/words.zh.ts';
import { en as incomingEn } from '#modules/documents/incoming/words.en.ts';
import { zh as incomingZh } from '#modules/documents/incoming/words.zh.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';

/** Why one of several could not be done from the inbox. */
export const NotDone = ({ codes }: { codes: readonly string[] }) => <Refusals codes={codes} words={useWords<Readonly<Record<string, string>>>(refusals)} />;

const refusals = { zh: { ...incomingZh.refusals, ...approvalsZh.refusals }, en: { ...incomingEn.refusals, ...approvalsEn.refusals } };
