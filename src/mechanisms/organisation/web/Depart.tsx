import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { en as accessEn } from '#mechanisms/access/words.en.ts';
import { zh as accessZh } from '#mechanisms/access/words.zh.ts';
import { useAct } from '#ui/act.ts';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { PersonLine } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** 离校: who takes over what is open, and then the account ends. */
export const Depart = ({ person }: { person: PersonLine }) => {
  const { labels } = useWords({ zh, en });
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button danger onClick={() => setAsks(true)}>{labels.depart}</Button>
      {asks && <Departure person={person} onClose={() => setAsks(false)} />}
    </>
  );
};

const Departure = ({ person, onClose }: { person: PersonLine; onClose: () => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const access = useWords({ zh: accessZh, en: accessEn });
  const [successorId, setSuccessor] = useState<string>();
  const { data } = useQuery(api.directory.asQuery({ query: {} }));
  const act = useAct((_: undefined, key) => api.depart({ params: { personId: person.id }, body: { successorId: successorId ?? null } }, key), ['organisation'], onClose);
  return (
    <Modal open title={`${labels.depart}：${person.name}`} onCancel={onClose} onOk={() => act.run(undefined)} okText={labels.depart} okButtonProps={{ danger: true }} confirmLoading={act.busy} cancelText={labels.cancel} width={480}>
      <div className="stack">
        <p>{labels.departSay}</p>
        <div>
          <p className="field-label">{labels.successor}</p>
          <PersonSelect label={labels.successor} placeholder={labels.successorHint} value={successorId} onChange={setSuccessor} options={(data?.people ?? []).filter(({ id }) => id !== person.id).map(({ id, name, department }) => ({ id, name, hint: department }))} />
        </div>
        <Refusals codes={act.codes} words={{ ...access.refusals, ...refusals }} />
      </div>
    </Modal>
  );
};
