import { useQuery } from '@tanstack/react-query';
import { Amount, Line } from '#ui/fields.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import type { EquipmentRule } from '../equipment/contract.ts';
import { api, useMeetingWords } from './api.ts';
import { Ask } from './Ask.tsx';

/** 设备测算表: how much of what so many people need. */
export const EquipmentRules = ({ onClose }: { onClose: () => void }) => {
  const asked = useQuery(api.equipmentRules.asQuery({}));
  return <Loaded asked={asked}>{({ rules }) => <Edit rules={rules} onClose={onClose} />}</Loaded>;
};

const fresh: EquipmentRule = { name: '', unit: '', each: 1, per: 1, spare: 0, leastPeople: 0 };

const Edit = ({ rules: start, onClose }: { rules: EquipmentRule[]; onClose: () => void }) => {
  const { labels } = useMeetingWords();
  return (
    <Ask title={labels.equipmentRules} verb={labels.save} draft="meetings.equipment_rules" start={{ rules: start }} onClose={onClose} width={760} send={(body, key) => api.setEquipmentRules({ body }, key)} ready={({ rules }) => rules.every(({ name }) => name.trim() !== '')}>
      {({ rules }, set) => {
        const change = (at: number, next: Partial<EquipmentRule>) => set({ rules: rules.map((rule, i) => (i === at ? { ...rule, ...next } : rule)) });
        return (
          <>
            <p className="quiet">{labels.rulesHow}</p>
            <ul className="lines">
              {rules.map((rule, i) => (
                <li key={i}>
                  <div className="form-grid">
                    <div className="pair"><Line label={labels.equipmentName} value={rule.name} most={40} onChange={(name) => change(i, { name })} /></div>
                    <div className="pair"><Line label={labels.unit} value={rule.unit} most={10} onChange={(unit) => change(i, { unit })} /></div>
                    <div className="pair"><Amount label={labels.per} value={rule.per} least={0} most={1000} onChange={(per) => change(i, { per })} /></div>
                    <div className="pair"><Amount label={labels.each} value={rule.each} most={500} onChange={(each) => change(i, { each })} /></div>
                    <div className="pair"><Amount label={labels.spare} value={rule.spare} least={0} most={500} onChange={(spare) => change(i, { spare })} /></div>
                    <div className="pair"><Amount label={labels.leastPeople} value={rule.leastPeople} least={0} most={5000} onChange={(leastPeople) => change(i, { leastPeople })} /></div>
                  </div>
                  <button type="button" className="plain" aria-label={`${labels.remove} ${rule.name}`} onClick={() => set({ rules: rules.filter((_, at) => at !== i) })}>{labels.remove}</button>
                </li>
              ))}
            </ul>
            <button type="button" className="plain" onClick={() => set({ rules: [...rules, fresh] })}>＋ {labels.addLine}</button>
          </>
        );
      }}
    </Ask>
  );
};
