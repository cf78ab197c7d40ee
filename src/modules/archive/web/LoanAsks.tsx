import { useState } from 'react';
import { upload } from '#mechanisms/files/web/api.ts';
import { Check } from '#ui/Check.tsx';
import { OneOf, OnDay, Text } from '#ui/fields.tsx';
import { FilePicker } from '#ui/FilePicker.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { api, useArchiveWords } from './api.ts';
import { Ask } from './Ask.tsx';
import type { WholeLoan } from './LoanPage.tsx';
import { useLoanWords } from './loanWords.ts';

export type LoanAct = 'handOut' | 'askRenewal' | 'decideRenewal' | 'takeBack' | 'borrowAgain';

interface Asked {
  loan: WholeLoan;
  onClose: () => void;
}

/** The windows of a loan. */
export const LoanAsks = ({ act, ...asked }: Asked & { act: LoanAct }) => {
  const Window = { handOut: HandOut, askRenewal: AskRenewal, decideRenewal: DecideRenewal, takeBack: TakeBack, borrowAgain: Again }[act];
  return <Window {...asked} />;
};

const HandOut = ({ loan, onClose }: Asked) => {
  const { labels } = useLoanWords();
  return (
    <Ask title={loan.how === 'copy' ? labels.giveCopy : labels.handOut} what={`${loan.number}　${loan.borrower.name}`} draft={`archive.handOut.${loan.id}`} start={{ condition: labels.conditionFine }} onClose={onClose} ready={({ condition }) => condition.trim() !== ''} send={(body, key) => api.handOut({ params: { loanId: loan.id }, body }, key)}>
      {({ condition }, set) => <Text label={labels.condition} rows={2} value={condition} onChange={(next) => set({ condition: next })} />}
    </Ask>
  );
};

const AskRenewal = ({ loan, onClose }: Asked) => {
  const { labels } = useLoanWords();
  return (
    <Ask title={labels.askRenewal} what={loan.number} draft={`archive.renew.${loan.id}`} start={{ until: null as string | null, why: '' }} onClose={onClose} ready={({ until, why }) => until !== null && why.trim() !== ''} send={({ until, why }, key) => api.askRenewal({ params: { loanId: loan.id }, body: { until: until!, why } }, key)}>
      {(typed, set) => <><OnDay label={labels.renewUntil} value={typed.until} onChange={(until) => set({ until })} /><Text label={labels.why} rows={2} value={typed.why} onChange={(why) => set({ why })} /></>}
    </Ask>
  );
};

const DecideRenewal = ({ loan, onClose }: Asked) => {
  const { labels } = useLoanWords();
  const open = loan.renewals.find(({ granted }) => granted === null);
  return (
    <Ask title={labels.decideRenewal} what={`${loan.borrower.name}　${labels.renewUntil} ${open?.until ?? ''}　${open?.why ?? ''}`} draft={`archive.decide.${loan.id}`} start={{ granted: 'yes' as 'yes' | 'no', reason: '' }} onClose={onClose} ready={({ granted, reason }) => granted === 'yes' || reason.trim() !== ''} send={({ granted, reason }, key) => api.decideRenewal({ params: { loanId: loan.id }, body: { granted: granted === 'yes', reason } }, key)}>
      {(typed, set) => (
        <>
          <OneOf label={labels.decideRenewal} value={typed.granted} onChange={(granted) => set({ granted })} options={[['yes', labels.grant], ['no', labels.refuse]]} />
          {typed.granted === 'no' && <Text label={labels.reason} rows={2} value={typed.reason} onChange={(reason) => set({ reason })} />}
        </>
      )}
    </Ask>
  );
};

const TakeBack = ({ loan, onClose }: Asked) => {
  const { labels } = useLoanWords();
  const { refusals } = useArchiveWords();
  const [failed, setFailed] = useState<readonly string[]>([]);
  const start = { whole: true, condition: '', photos: [] as { id: string; name: string }[] };
  return (
    <Ask title={labels.takeBack} what={`${loan.number}　${loan.borrower.name}`} draft={`archive.takeBack.${loan.id}`} start={start} onClose={onClose} ready={({ whole, condition }) => whole || condition.trim() !== ''} send={({ whole, condition, photos }, key) => api.takeBack({ params: { loanId: loan.id }, body: { whole, condition, files: photos.map(({ id }) => id) } }, key)}>
      {(typed, set) => (
        <>
          <Check checked={!typed.whole} onChange={(damaged) => set({ whole: !damaged })}>{labels.isDamaged}</Check>
          {!typed.whole && (
            <>
              <Text label={labels.damage} rows={2} value={typed.condition} onChange={(condition) => set({ condition })} />
              <FilePicker label={labels.photos} accept="image/*" upload={upload} onPicked={({ id, name }) => set({ photos: [...typed.photos, { id, name }] })} onFailed={setFailed} />
              {typed.photos.length > 0 && <p>{typed.photos.map(({ name }) => name).join('、')}</p>}
              <Refusals codes={failed} words={refusals} />
            </>
          )}
        </>
      )}
    </Ask>
  );
};

const Again = ({ loan, onClose }: Asked) => {
  const { labels } = useLoanWords();
  return (
    <Ask title={labels.again} what={loan.number} draft={`archive.again.${loan.id}`} start={{ until: loan.until as string | null, why: loan.why }} onClose={onClose} ready={({ until, why }) => until !== null && why.trim() !== ''} send={({ until, why }, key) => api.borrowAgain({ params: { loanId: loan.id }, body: { until: until!, why } }, key)}>
      {(typed, set) => <><Text label={labels.why} rows={2} value={typed.why} onChange={(why) => set({ why })} /><OnDay label={labels.until} value={typed.until} onChange={(until) => set({ until })} /></>}
    </Ask>
  );
};
