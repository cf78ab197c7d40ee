import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { Department } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

interface Props {
  department: Department;
  departments: readonly Department[];
  onClosed: () => void;
}

/** The end of a department: alone, or into another one that goes on with its people and its work. */
export const CloseDepartment = ({ department, departments, onClosed }: Props) => {
  const { labels, refusals } = useWords({ zh, en });
  const [asks, setAsks] = useState(false);
  const [intoId, setInto] = useState<string>();
  const act = useAct((_: undefined, key) => api.closeDepartment({ params: { departmentId: department.id }, body: { ...(intoId && { intoId }) } }, key), ['organisation', 'access'], onClosed);
  return (
    <>
      <Button danger onClick={() => setAsks(true)}>{labels.closeDepartment}</Button>
      <Modal open={asks} title={`${labels.closeDepartment}：${department.name}`} onCancel={() => setAsks(false)} onOk={() => act.run(undefined)} okText={intoId ? labels.merge : labels.closeDepartment} okButtonProps={{ danger: true }} confirmLoading={act.busy} cancelText={labels.cancel} width={480}>
        <div className="stack">
          <p>{labels.closeSure}</p>
          <div>
            <p className="field-label">{labels.mergeInto}</p>
            <PersonSelect label={labels.mergeInto} placeholder={labels.mergeNowhere} value={intoId} onChange={setInto} options={departments.filter(({ id, closedAt }) => id !== department.id && !closedAt)} />
          </div>
          {intoId && <p className="quiet">{labels.mergeSay}</p>}
          <Refusals codes={act.codes} words={refusals} />
        </div>
      </Modal>
    </>
  );
};
