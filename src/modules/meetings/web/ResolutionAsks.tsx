import { Files } from '#mechanisms/files/web/Files.tsx';
import { Check } from '#ui/Check.tsx';
import { OnDay, OneOf, Text } from '#ui/fields.tsx';
import type { Picked } from '#ui/FilePicker.tsx';
import { api, useMeetingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import type { WholeResolution } from './ResolutionPage.tsx';

export type ResolutionAct = 'reportProgress' | 'askDeferral' | 'decideDeferral' | 'closeResolution' | 'sendBack';

interface Asked {
  resolution: WholeResolution;
  onClose: () => void;
}

/** The windows of a resolution. */
export const ResolutionAsks = ({ act, ...asked }: Asked & { act: ResolutionAct }) => {
  const Window = { reportProgress: Report, askDeferral: Extend, decideDeferral: Decide, closeResolution: Close, sendBack: Back }[act];
  return <Window {...asked} />;
};

const Report = ({ resolution: { id, text }, onClose }: Asked) => {
  const { labels } = useMeetingWords();
  return (
    <Ask title={labels.reportProgress} what={text} draft={`meetings.report.${id}`} start={{ text: '', finished: false, files: [] as Picked[] }} onClose={onClose} ready={(typed) => typed.text.trim() !== ''} send={(typed, key) => api.reportProgress({ params: { resolutionId: id }, body: { ...typed, files: typed.files.map((file) => file.id) } }, key)}>
      {(typed, set) => (
        <>
          <Text label={labels.progress} rows={3} value={typed.text} onChange={(next) => set({ text: next })} />
          <Files label={labels.evidence} value={typed.files} onChange={(files) => set({ files })} />
          <Check checked={typed.finished} onChange={(finished) => set({ finished })}>{labels.isDone}</Check>
        </>
      )}
    </Ask>
  );
};

const Extend = ({ resolution: { id, text }, onClose }: Asked) => {
  const { labels } = useMeetingWords();
  return (
    <Ask title={labels.askDeferral} what={text} draft={`meetings.extend.${id}`} start={{ until: null as string | null, why: '' }} onClose={onClose} ready={({ until, why }) => until !== null && why.trim() !== ''} send={({ until, why }, key) => api.askDeferral({ params: { resolutionId: id }, body: { until: until!, why } }, key)}>
      {(typed, set) => <><OnDay label={labels.until} value={typed.until} onChange={(until) => set({ until })} /><Text label={labels.reason} rows={2} value={typed.why} onChange={(why) => set({ why })} /></>}
    </Ask>
  );
};

const Decide = ({ resolution: { id, deferralsAsked }, onClose }: Asked) => {
  const { labels } = useMeetingWords();
  const open = deferralsAsked.find(({ granted }) => granted === null);
  return (
    <Ask title={labels.decideDeferral} what={`${open?.by.name ?? ''}　${labels.until} ${open?.until ?? ''}　${open?.why ?? ''}`} draft={`meetings.decide.${id}`} start={{ granted: 'yes' as 'yes' | 'no', reason: '' }} onClose={onClose} ready={({ granted, reason }) => granted === 'yes' || reason.trim() !== ''} send={({ granted, reason }, key) => api.decideDeferral({ params: { resolutionId: id }, body: { granted: granted === 'yes', reason } }, key)}>
      {(typed, set) => <><OneOf label={labels.decideDeferral} value={typed.granted} onChange={(granted) => set({ granted })} options={[['yes', labels.grant], ['no', labels.refuse]]} />{typed.granted === 'no' && <Text label={labels.reason} rows={2} value={typed.reason} onChange={(reason) => set({ reason })} />}</>}
    </Ask>
  );
};

const Close = ({ resolution: { id, text, state }, onClose }: Asked) => {
  const { labels } = useMeetingWords();
  const start: 'done' | 'dropped' = state === 'reported' ? 'done' : 'dropped';
  return (
    <Ask title={labels.closeResolution} what={text} draft={`meetings.close.${id}`} start={{ outcome: start, why: '' }} onClose={onClose} ready={({ outcome, why }) => outcome === 'done' || why.trim() !== ''} send={(body, key) => api.closeResolution({ params: { resolutionId: id }, body }, key)}>
      {(typed, set) => <><OneOf<'done' | 'dropped'> label={labels.closeResolution} value={typed.outcome} onChange={(outcome) => set({ outcome })} options={[['done', labels.checkedDone], ['dropped', labels.dropIt]]} /><Text label={typed.outcome === 'done' ? labels.checkNote : labels.reason} rows={2} value={typed.why} onChange={(why) => set({ why })} /></>}
    </Ask>
  );
};

const Back = ({ resolution: { id, text }, onClose }: Asked) => {
  const { labels } = useMeetingWords();
  return (
    <Ask title={labels.sendBack} what={text} draft={`meetings.back.${id}`} start={{ reason: '' }} onClose={onClose} ready={({ reason }) => reason.trim() !== ''} send={(body, key) => api.sendBack({ params: { resolutionId: id }, body }, key)}>
      {({ reason }, set) => <Text label={labels.reason} rows={2} value={reason} onChange={(next) => set({ reason: next })} />}
    </Ask>
  );
};
