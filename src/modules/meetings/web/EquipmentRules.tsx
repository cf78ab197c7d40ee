import { useQuery } from '@tanstack/react-query';
import { Loaded } from '#ui/Loaded.tsx';
import type { EquipmentRule } from '../equipment/contract.ts';
import { api, useMeetingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { LinesTable } from './LinesTable.tsx';

/** 设备测算表: how much of what so many people need. */
export const EquipmentRules = ({ onClose }: { onClose: () => void }) => {
  const asked = useQuery(api.equipmentRules.asQuery({}));
  return <Loaded asked={asked}>{({ rules }) => <Edit rules={rules} onClose={onClose} />}</Loaded>;
};

const fresh: EquipmentRule = { name: '', unit: '', each: 1, per: 1, spare: 0, leastPeople: 0 };

const Edit = ({ rules: start, onClose }: { rules: EquipmentRule[]; onClose: () => void }) => {
  const { labels } = useMeetingWords();
  const columns = [
    { name: 'name', title: labels.equipmentName, most: 40 }, { name: 'per', title: labels.per, between: [0, 1000] as const }, { name: 'each', title: labels.each, between: [1, 500] as const },
    { name: 'unit', title: labels.unit, most: 10 }, { name: 'spare', title: labels.spare, between: [0, 500] as const }, { name: 'leastPeople', title: labels.leastPeople, between: [0, 5000] as const },
  ];
  return (
    <Ask title={labels.equipmentRules} verb={labels.save} draft="meetings.equipment_rules" start={{ rules: start }} onClose={onClose} width={820} send={(body, key) => api.setEquipmentRules({ body }, key)} ready={({ rules }) => rules.every(({ name }) => name.trim() !== '')}>
      {({ rules }, set) => <><p className="quiet">{labels.rulesHow}</p><LinesTable columns={columns} rows={rules} fresh={fresh} onChange={(next) => set({ rules: next })} /></>}
    </Ask>
  );
};
