import { Departments, People, useDepartments, useDirectory } from '#mechanisms/organisation/web/fields.tsx';
import { OnDay, Text } from '#ui/fields.tsx';
import type { MeetingResolution } from '../nouns.ts';
import { type Call, isUnsent } from './ahead.ts';
import { Ask } from './Ask.tsx';
import { type Item, useSittingWords } from './sitting.ts';

interface Props {
  item: Item;
  /** The one that is corrected; a new one when left out. */
  resolution?: MeetingResolution;
  onClose: () => void;
  send: (call: Call) => void;
}

/** A resolution as it is spoken: what, who, with whom, until when. The department is that of whoever is named, until another is chosen. */
export const ResolveAsk = ({ item, resolution, onClose, send }: Props) => {
  const { labels } = useSittingWords();
  const [people, departments] = [useDirectory(), useDepartments()];
  const start = { text: resolution?.text ?? '', owner: [resolution?.owner.id ?? item.presenter.id], departments: [resolution?.department.id ?? item.department.id], assisting: resolution?.assisting.map(({ id }) => id) ?? [], dueOn: (resolution?.dueOn ?? null) as string | null };
  const departmentOf = (ownerId: string | undefined) => departments.filter(({ name }) => name === people.find(({ id }) => id === ownerId)?.department).map(({ id }) => id);
  const sent = ({ text, owner: [ownerId = ''], departments: [departmentId = ''], assisting, dueOn }: typeof start): Call => {
    const body = { text: text.trim(), ownerId, departmentId, assisting, dueOn: dueOn! };
    const names = { owner: people.find(({ id }) => id === ownerId)?.name ?? '', department: departments.find(({ id }) => id === departmentId)?.name ?? '' };
    return resolution && !isUnsent(resolution) ? { what: 'correctResolution', request: { params: { resolutionId: resolution.id }, body }, names } : { what: 'resolve', request: { params: { itemId: item.id }, body }, names };
  };
  return (
    <Ask title={resolution ? (isUnsent(resolution) ? labels.change : labels.correct) : labels.addResolution} what={item.title || labels.stub} draft={`meetings.resolve.${resolution?.id ?? item.id}`} start={start} onClose={onClose} ready={(typed) => typed.text.trim() !== '' && typed.owner.length === 1 && typed.departments.length === 1 && typed.dueOn !== null} send={async (typed) => send(sent(typed))}>
      {(typed, set) => (
        <>
          <Text label={labels.resolution} rows={3} value={typed.text} onChange={(text) => set({ text })} />
          <People label={labels.owner} many={false} value={typed.owner} onChange={(owner) => set({ owner, ...(departmentOf(owner[0]).length > 0 && { departments: departmentOf(owner[0]) }) })} />
          <Departments label={labels.inCharge} value={typed.departments} onChange={(next) => set({ departments: next.slice(-1) })} />
          <Departments label={labels.assisting} value={typed.assisting} onChange={(assisting) => set({ assisting })} />
          <OnDay label={labels.dueOn} value={typed.dueOn} onChange={(dueOn) => set({ dueOn })} />
        </>
      )}
    </Ask>
  );
};
