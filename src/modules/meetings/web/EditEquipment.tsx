import { Amount, Line } from '#ui/fields.tsx';
import type { WholePreparation } from '../equipment/contract.ts';
import { api, useMeetingWords } from './api.ts';
import { Ask } from './Ask.tsx';

interface Typed {
  lines: { name: string; unit: string; count: number; remark: string; usual: number | null }[];
}

/** The office changes the counted list: other numbers, more lines, fewer. */
export const EditEquipment = ({ preparation: { id, title, equipment }, onClose }: { preparation: WholePreparation; onClose: () => void }) => {
  const { labels } = useMeetingWords();
  const start: Typed = { lines: equipment.map(({ name, unit, count, remark, usual }) => ({ name, unit, count, remark, usual })) };
  const send = ({ lines }: Typed, key: string) => api.setEquipment({ params: { preparationId: id }, body: { equipment: lines.map(({ usual: _, ...line }) => line) } }, key);
  return (
    <Ask title={labels.setEquipment} what={title} draft={`meetings.equipment.${id}`} start={start} onClose={onClose} width={760} send={send} ready={({ lines }) => lines.every(({ name }) => name.trim() !== '')}>
      {({ lines }, set) => {
        const change = (at: number, next: Partial<Typed['lines'][number]>) => set({ lines: lines.map((line, i) => (i === at ? { ...line, ...next } : line)) });
        return (
          <>
            <ul className="lines">
              {lines.map((line, i) => (
                <li key={i}>
                  <div className="form-grid">
                    <Line label={labels.equipmentName} value={line.name} most={40} onChange={(name) => change(i, { name })} />
                    <div className="pair"><Amount label={labels.count} value={line.count} least={0} most={5000} onChange={(count) => change(i, { count })} /></div>
                    <div className="pair"><Line label={labels.unit} value={line.unit} most={10} onChange={(unit) => change(i, { unit })} /></div>
                    <div className="full"><Line label={labels.remark} value={line.remark} onChange={(remark) => change(i, { remark })} /></div>
                  </div>
                  <div className="spread"><small className="quiet">{line.usual === null ? labels.byHand : labels.usual.replace('{n}', String(line.usual))}</small><button type="button" className="plain" aria-label={`${labels.remove} ${line.name}`} onClick={() => set({ lines: lines.filter((_, at) => at !== i) })}>{labels.remove}</button></div>
                </li>
              ))}
            </ul>
            <button type="button" className="plain" onClick={() => set({ lines: [...lines, { name: '', unit: '', count: 1, remark: '', usual: null }] })}>＋ {labels.addLine}</button>
          </>
        );
      }}
    </Ask>
  );
};
