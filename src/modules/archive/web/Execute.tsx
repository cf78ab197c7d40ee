import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { api as organisation } from '#mechanisms/organisation/web/api.ts';
import { Line, OnDay } from '#ui/fields.tsx';
import { useNow } from '#ui/now.ts';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { wall } from '#ui/times.ts';
import { api } from './api.ts';
import { Ask } from './Ask.tsx';
import type { WholeList } from './DestructionPage.tsx';
import { useDestructionWords } from './destructionWords.ts';

/** 执行销毁: two 监销人, the day, and the number of the list typed by hand. */
export const Execute = ({ list, onClose }: { list: WholeList; onClose: () => void }) => {
  const { labels } = useDestructionWords();
  const { data } = useQuery({ ...organisation.directory.asQuery({ query: {} }), staleTime: 60_000 });
  const people = (data?.people ?? []).filter(({ id }) => !list.approvers.includes(id)).map(({ id, name, department }) => ({ id, name, hint: department }));
  const start = { witnesses: ['', ''] as [string, string], on: wall(useNow()).slice(0, 10) as string | null, number: '' };
  return (
    <Ask danger title={labels.execute} what={labels.executeWhat.replace('{number}', list.number).replace('{n}', String(list.destroy))} follows={labels.executeThen} draft={`archive.destroy.${list.id}`} start={start} onClose={onClose}
      ready={({ witnesses, on, number }) => witnesses.every(Boolean) && on !== null && number.trim() === list.number}
      send={({ on, ...typed }, key) => api.destroy({ params: { listId: list.id }, body: { ...typed, on: on! } }, key)}>
      {({ witnesses, on, number }, set) => (
        <>
          {([0, 1] as const).map((i) => {
            const label = labels.witness.replace('{n}', String(i + 1));
            return <Form.Item key={i} label={label} htmlFor={`archive-witness-${i}`}><PersonSelect id={`archive-witness-${i}`} label={label} options={people} value={witnesses[i] || undefined} onChange={(id?: string) => set({ witnesses: i === 0 ? [id ?? '', witnesses[1]] : [witnesses[0], id ?? ''] })} /></Form.Item>;
          })}
          <OnDay label={labels.doneOn} value={on} onChange={(next) => set({ on: next })} />
          <Line label={labels.typeNumber.replace('{number}', list.number)} most={40} value={number} onChange={(next) => set({ number: next })} />
        </>
      )}
    </Ask>
  );
};
