import { Form, Radio } from 'antd';
import { People } from '#mechanisms/organisation/web/fields.tsx';
import { Text } from '#ui/fields.tsx';
import type { Signer, Stage, Trail } from '../contract.ts';
import { ActWindow } from './ActWindow.tsx';
import { api, useApprovalWords } from './api.ts';

export type OpenWindow = 'return' | 'refuse' | 'thenAlso' | 'addBefore' | 'handOn';

interface Props {
  open: OpenWindow;
  trail: Trail;
  stage: Stage;
  signer: Signer;
  /** What was typed as the opinion before the window was opened. */
  typed: string;
  onClose: () => void;
  onDone: (said: string) => void;
}

/** What needs words, or a person: returned, refused, others asked in, handed on. */
export const DecideWindow = (props: Props) => {
  const Window = windows[props.open];
  return <Window {...props} />;
};

const Return = ({ trail, stage, signer, typed, onClose, onDone }: Props) => {
  const { labels, decisions } = useApprovalWords();
  const options = [{ value: '', label: labels.toDrafter.replace('{name}', trail.drafter.name) }, ...stage.returnTo.map(({ key, title }) => ({ value: key, label: title }))];
  return (
    <ActWindow title={labels.return} follows={labels.returnThen} draft={`approvals.return.${signer.id}`} start={{ opinion: typed, to: '' }} ready={({ opinion }) => opinion.trim() !== ''} onClose={onClose} onDone={() => onDone(labels.signed.replace('{decision}', decisions.returned))} send={({ opinion, to }, key) => api.decide({ params: { signerId: signer.id }, body: { decision: 'returned', opinion, ...(to && { returnTo: to }) } }, key)}>
      {({ opinion, to }, set) => (
        <>
          <Form.Item label={labels.returnTo}><Radio.Group vertical value={to} onChange={(event) => set({ to: event.target.value })} options={options} /></Form.Item>
          <Text label={labels.opinion} value={opinion} onChange={(next) => set({ opinion: next })} />
        </>
      )}
    </ActWindow>
  );
};

const Refuse = ({ signer, typed, onClose, onDone }: Props) => {
  const { labels, decisions } = useApprovalWords();
  return (
    <ActWindow danger title={labels.refuse} follows={labels.refuseThen} draft={`approvals.refuse.${signer.id}`} start={{ opinion: typed }} ready={({ opinion }) => opinion.trim() !== ''} onClose={onClose} onDone={() => onDone(labels.signed.replace('{decision}', decisions.refused))} send={({ opinion }, key) => api.decide({ params: { signerId: signer.id }, body: { decision: 'refused', opinion } }, key)}>
      {({ opinion }, set) => <Text label={labels.opinion} value={opinion} onChange={(next) => set({ opinion: next })} />}
    </ActWindow>
  );
};

/** The drafter, and whoever signs this step already, are not to be chosen. */
const taken = ({ trail, stage }: Props) => [trail.drafter.id, ...stage.signers.filter(({ decidedAt, withdrawn }) => !decidedAt && !withdrawn).map(({ person }) => person.id)];

const ThenAlso = (props: Props) => {
  const { signer, typed, onClose, onDone } = props;
  const { labels, decisions } = useApprovalWords();
  return (
    <ActWindow title={labels.thenAlso} draft={`approvals.after.${signer.id}`} start={{ opinion: typed, people: [] as string[] }} ready={({ people }) => people.length > 0} onClose={onClose} onDone={() => onDone(labels.signed.replace('{decision}', decisions.approved))} send={({ opinion, people }, key) => api.decide({ params: { signerId: signer.id }, body: { decision: 'approved', opinion, thenAlso: people } }, key)}>
      {({ opinion, people }, set) => <><People label={labels.people} value={people} without={taken(props)} onChange={(next) => set({ people: next })} /><Text label={labels.opinion} value={opinion} onChange={(next) => set({ opinion: next })} /></>}
    </ActWindow>
  );
};

const AddBefore = (props: Props) => {
  const { signer, onClose } = props;
  const { labels } = useApprovalWords();
  return (
    <ActWindow title={labels.addBefore} follows={labels.addBeforeThen} draft={`approvals.before.${signer.id}`} start={{ note: '', people: [] as string[] }} ready={({ people }) => people.length > 0} onClose={onClose} send={({ note, people }, key) => api.addBefore({ params: { signerId: signer.id }, body: { people, note } }, key)}>
      {({ note, people }, set) => <><People label={labels.people} value={people} without={taken(props)} onChange={(next) => set({ people: next })} /><Text label={labels.note} value={note} rows={2} onChange={(next) => set({ note: next })} /></>}
    </ActWindow>
  );
};

const HandOn = (props: Props) => {
  const { signer, onClose, onDone } = props;
  const { labels, decisions } = useApprovalWords();
  return (
    <ActWindow title={labels.handOn} follows={labels.handOnThen} draft={`approvals.hand_on.${signer.id}`} start={{ why: '', people: [] as string[] }} ready={({ why, people }) => people.length === 1 && why.trim() !== ''} onClose={onClose} onDone={() => onDone(labels.signed.replace('{decision}', decisions.handed_on))} send={({ why, people }, key) => api.handOn({ params: { signerId: signer.id }, body: { personId: people[0]!, why } }, key)}>
      {({ why, people }, set) => <><People label={labels.person} many={false} value={people} without={taken(props)} onChange={(next) => set({ people: next })} /><Text label={labels.why} value={why} rows={2} onChange={(next) => set({ why: next })} /></>}
    </ActWindow>
  );
};

const windows = { return: Return, refuse: Refuse, thenAlso: ThenAlso, addBefore: AddBefore, handOn: HandOn };
