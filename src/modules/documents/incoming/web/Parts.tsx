import { useState } from 'react';
import { Radio } from 'antd';
import { Acts } from '#ui/Acts.tsx';
import { useAct } from '#ui/act.ts';
import type { Picked } from '#ui/FilePicker.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { Document, Part } from '../nouns.ts';
import { api, useIncomingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Files, People, Text } from './fields.tsx';
import { ReasonAct } from './ReasonAct.tsx';
import { UrgeButton } from './UrgeButton.tsx';

/** 承办: each department's part, with what it may do with it. */
export const Parts = ({ document }: { document: Document }) => {
  const { labels } = useIncomingWords();
  if (!document.parts.length) return null;
  return (
    <section className="card stack" aria-label={labels.parts}>
      <h2>{labels.parts}{document.countersign && ` · ${labels.countersign}`}</h2>
      <ul className="lines">{document.parts.map((part) => <OnePart key={part.id} part={part} document={document} />)}</ul>
    </section>
  );
};

type Open = 'assign' | 'report' | 'opinion' | 'close' | 'return';

const OnePart = ({ part, document }: { part: Part; document: Document }) => {
  const { labels, roles, refusals, outcomes } = useIncomingWords();
  const [open, setOpen] = useState<Open>();
  const sign = useAct((_: undefined, key) => api.signFor({ params: { partId: part.id }, body: {} }, key), ['incoming', 'todos', 'deadlines']);
  const { signFor, assign, report, giveOpinion, closePart, returnPart } = part.whyNot;
  const mine = signFor !== undefined && !signFor.includes('incoming.not_your_department');
  const ended = part.closedAt !== null || part.returnedAt !== null;
  return (
    <li className="stack" style={{ gap: 6 }} {...(mine && !ended && { id: 'mine' })}>
      <div className="spread">
        <strong>{part.department.name}　{roles[part.role]}</strong>
        <span>{part.returnedAt ? labels.returned : part.outcome ? outcomes[part.outcome] : part.signedAt ? <>{labels.signFor} <When at={part.signedAt} /></> : labels.notSignedYet}</span>
      </div>
      {part.note && <p className="opinion quiet">{part.note}</p>}
      {part.assignedTo && <p className="opinion">{labels.assignedTo}：{part.assignedTo.name}{part.report && `　${part.report}`}</p>}
      {part.helpers.map(({ person, report: said }) => <p key={person.id} className="opinion">{labels.helpers}：{person.name}{said && `　${said}`}</p>)}
      {part.opinion && <p className="opinion">{labels.opinion}：{part.opinion}　<small className="quiet">{part.opinionBy?.name}</small></p>}
      {part.result && <p className="opinion">{labels.result}：{part.result}　<small className="quiet">{part.closedBy?.name}</small></p>}
      {part.returnedWhy && <p className="opinion">{labels.returnPartReason}：{part.returnedWhy}</p>}
      <Refusals codes={sign.codes} words={refusals} />
      {!ended && (mine || report?.length === 0) && (
        <Acts
          words={refusals}
          acts={[
            ...(mine ? [
              { name: 'sign', label: labels.signFor, whyNot: part.signedAt ? undefined : signFor, onClick: () => sign.run(undefined), main: true },
              { name: 'opinion', label: labels.giveOpinion, whyNot: giveOpinion, onClick: () => setOpen('opinion') },
              { name: 'close', label: labels.closePart, whyNot: closePart, onClick: () => setOpen('close'), main: true },
              { name: 'assign', label: part.assignedTo ? labels.assignAgain : labels.assign, whyNot: assign, onClick: () => setOpen('assign') },
              { name: 'return', label: labels.returnPart, whyNot: returnPart, onClick: () => setOpen('return') },
            ] : []),
            ...(report?.length === 0 ? [{ name: 'report', label: labels.report, whyNot: report, onClick: () => setOpen('report'), main: !mine }] : []),
          ]}
        />
      )}
      {!part.settledAt && (
        <div className="row">
          {!ended && <UrgeButton document={document} item="part" itemId={part.id} />}
          <ReasonAct act="makeLead" id={part.id} whyNot={part.whyNot['makeLead']} send={(reason, key) => api.makeLead({ params: { partId: part.id }, body: { reason } }, key)} />
          <ReasonAct act={part.returnedAt ? 'settleReturn' : 'withdrawPart'} id={part.id} whyNot={part.whyNot['withdrawPart']} send={(reason, key) => api.withdrawPart({ params: { partId: part.id }, body: { reason } }, key)} />
        </div>
      )}
      {open && <PartAsk part={part} open={open} onClose={() => setOpen(undefined)} />}
    </li>
  );
};

const PartAsk = ({ part, open, onClose }: { part: Part; open: Open; onClose: () => void }) => {
  const { labels, outcomes } = useIncomingWords();
  const params = { partId: part.id };
  const common = { draft: `part.${part.id}.${open}`, onClose };
  if (open === 'assign')
    return (
      <Ask {...common} title={labels.assign} what={part.department.name} {...(part.assignedTo && { follows: labels.assignAgainThen })} start={{ people: part.assignedTo ? [part.assignedTo.id] : [], helpers: part.helpers.map(({ person }) => person.id), note: '' }} ready={({ people }) => people.length === 1} send={({ people, helpers, note }, key) => api.assign({ params, body: { personId: people[0]!, helpers: helpers.filter((id) => id !== people[0]), note } }, key)}>
        {(typed, set) => <><People label={labels.assignedTo} many={false} of={{ departmentId: part.department.id }} value={typed.people} onChange={(people) => set({ people })} /><People label={labels.helpers} of={{ departmentId: part.department.id }} without={typed.people} value={typed.helpers} onChange={(helpers) => set({ helpers })} /><Text label={labels.dispatchNote} value={typed.note} onChange={(note) => set({ note })} /></>}
      </Ask>
    );
  if (open === 'close')
    return (
      <Ask {...common} title={labels.closePart} follows={labels.closePartThen} start={{ outcome: 'done' as 'done' | 'partly' | 'not_done', result: '', files: [] as Picked[] }} ready={({ result }) => result.trim() !== ''} send={({ outcome, result, files }, key) => api.closePart({ params, body: { outcome, result, files: files.map(({ id }) => id) } }, key)}>
        {(typed, set) => (
          <>
            <Radio.Group aria-label={labels.outcome} value={typed.outcome} onChange={(event) => set({ outcome: event.target.value })} options={Object.entries(outcomes).map(([value, label]) => ({ value, label }))} style={{ marginBottom: 12 }} />
            <Text label={labels.result} value={typed.result} onChange={(result) => set({ result })} />
            <Files label={labels.evidence} value={typed.files} onChange={(files) => set({ files })} />
          </>
        )}
      </Ask>
    );
  const words = { report: [labels.report, labels.reportText], opinion: [labels.giveOpinion, labels.opinion], return: [labels.returnPart, labels.returnPartReason] }[open] as [string, string];
  const send = { report: (text: string, key: string) => api.report({ params, body: { text } }, key), opinion: (text: string, key: string) => api.giveOpinion({ params, body: { text } }, key), return: (reason: string, key: string) => api.returnPart({ params, body: { reason } }, key) }[open];
  return (
    <Ask {...common} title={words[0]} {...(open === 'return' && { follows: labels.returnPartThen })} start={{ text: '' }} ready={({ text }) => text.trim() !== ''} send={({ text }, key) => send(text, key)}>
      {(typed, set) => <Text label={words[1]} value={typed.text} onChange={(text) => set({ text })} />}
    </Ask>
  );
};
