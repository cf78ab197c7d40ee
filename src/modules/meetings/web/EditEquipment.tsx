import type { WholePreparation } from '../equipment/contract.ts';
import { api, useMeetingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { LinesTable } from './LinesTable.tsx';

/** The office changes the counted list: other numbers, more lines, fewer. */
export const EditEquipment = ({ preparation: { id, title, equipment }, onClose }: { preparation: WholePreparation; onClose: () => void }) => {
  const { labels } = useMeetingWords();
  const start = { lines: equipment.map(({ name, unit, count, remark, usual }) => ({ name, unit, count, remark, usual })) };
  const send = ({ lines }: typeof start, key: string) => api.setEquipment({ params: { preparationId: id }, body: { equipment: lines.map(({ usual: _, ...line }) => line) } }, key);
  const columns = [{ name: 'name', title: labels.equipmentName, most: 40 }, { name: 'count', title: labels.count, between: [0, 5000] as const }, { name: 'unit', title: labels.unit, most: 10 }, { name: 'remark', title: labels.remark, most: 200 }];
  return (
    <Ask title={labels.setEquipment} verb={labels.save} what={title} draft={`meetings.equipment.${id}`} start={start} onClose={onClose} width={820} send={send} ready={({ lines }) => lines.every(({ name }) => name.trim() !== '')}>
      {({ lines }, set) => <LinesTable columns={columns} rows={lines} fresh={{ name: '', unit: '', count: 1, remark: '', usual: null }} onChange={(next) => set({ lines: next })} beside={({ usual }) => (usual === null ? labels.byHand : labels.usual.replace('{n}', String(usual)))} />}
    </Ask>
  );
};
