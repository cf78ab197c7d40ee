import { Form } from 'antd';
import type { ReactNode } from 'react';
import type { Attached } from '#mechanisms/files/contract.ts';
import { Line, Text } from '#ui/fields.tsx';
import { useOutgoingWords } from './api.ts';
import { Checks, type Checked } from './Checks.tsx';
import { ChooseTemplate } from './ChooseTemplate.tsx';
import { DraftAttachments, DraftBody } from './DraftFiles.tsx';
import { DraftFields } from './DraftFields.tsx';
import { contentOf, type Typed } from './typed.ts';
import './outgoing.css';
import '#ui/writing.css';

interface Props {
  typed: Typed;
  set: (next: Partial<Typed>) => void;
  there?: readonly Attached[];
  onDetach?: (fileId: string) => void;
  /** The buttons that save and send it. */
  send: ReactNode;
  /** What stands below the checks. */
  beside?: ReactNode;
}

export const checkedOf = (typed: Typed, there: readonly Attached[]): Checked => ({ ...contentOf(typed), kind: typed.kind, files: latest(there) + typed.files.filter(({ role }) => role === 'attachment').length });

/** Versions of one file count once. */
const latest = (there: readonly Attached[]) => new Set(there.filter(({ role }) => role === 'attachment').map(({ name }) => name)).size;

/** A draft at the left, what a 核稿 would say of it at the right. */
export const DraftForm = ({ typed, set, there = [], onDetach, send, beside }: Props) => {
  const { labels } = useOutgoingWords();
  return (
    <div className="record">
      <Form layout="vertical" className="card">
        <DraftFields typed={typed} set={set} />
        <ChooseTemplate typed={typed} set={set} />
        <DraftBody typed={typed} set={set} there={there} />
        <DraftAttachments typed={typed} set={set} there={there} {...(onDetach && { onDetach })} />
        {typed.kind === '纪要' && (['attending', 'absent', 'observing'] as const).map((name) => <Text key={name} rows={1} label={labels[name]} value={typed[name]} onChange={(names) => set({ [name]: names })} />)}
        <div className="form-grid">
          <div className="half"><Line label={labels.note} value={typed.note} onChange={(note) => set({ note })} /></div>
          <div className="half"><Line label={labels.copyNumberHint} most={6} value={typed.copyNumber} onChange={(copyNumber) => set({ copyNumber: copyNumber.replace(/\D/g, '') })} /></div>
        </div>
        <div className="draft-send">{send}</div>
      </Form>
      <div className="stack beside-draft">
        <Checks draft={checkedOf(typed, there)} />
        {beside}
      </div>
    </div>
  );
};
