import { momentsAgo } from './deeds.ts';
import type { Life, Step } from './life.ts';

/** Three originals of the archive: one is out, one should have been back, one came back. */
export const borrowers = (life: Life, now: string): Step[] => {
  const steps: Step[] = [];
  wishes(now).forEach(({ until, why, back }, n) => {
    let loanId = '';
    const at = (minutes: number, run: () => Promise<void>) => steps.push({ at: momentsAgo(now, 25 * 60 - minutes - n), run });
    at(0, async () => { loanId = await asked(life, n, { until, why }); });
    at(20, () => signed(life, 'archivist', loanId));
    at(40, () => signed(life, 'office.director', loanId));
    at(60, async () => { if (loanId) await (await life.tools('archivist')).archive.handOut({ params: { loanId }, body: { condition: '完好' } }); });
    if (back) at(12 * 60, async () => { if (loanId) await (await life.tools('archivist')).archive.takeBack({ params: { loanId }, body: { whole: true, condition: '' } }); });
  });
  return steps;
};

const dayOn = (now: string, days: number) => new Date(Date.parse(now) + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

const wishes = (now: string) => [
  { until: dayOn(now, 12), why: '编写校史', back: false },
  { until: dayOn(now, -1), why: '核对上级来文', back: false },
  { until: dayOn(now, 5), why: '年检材料', back: true },
];

const asked = async (life: Life, nth: number, wanted: { until: string; why: string }) => {
  const { archive } = await life.tools('office.clerk');
  const item = (await archive.list({ query: { most: 20 } })).items.filter(({ withdrawnAt, secrecy }) => !withdrawnAt && secrecy === 0)[nth];
  return item ? (await archive.borrow({ params: { itemId: item.id }, body: { how: 'lend', ...wanted } })).id : '';
};

const signed = async (life: Life, username: string, recordId: string) => {
  if (!recordId) return;
  const { approvals } = await life.tools(username);
  const { approvals: [trail] } = await approvals.trail({ params: { recordId } });
  const signer = trail?.stages.find(({ state }) => state === 'open')?.signers.find(({ whyNot }) => whyNot['decide']?.length === 0);
  if (signer) await approvals.decide({ params: { signerId: signer.id }, body: { decision: 'approved', opinion: '同意' } });
};
