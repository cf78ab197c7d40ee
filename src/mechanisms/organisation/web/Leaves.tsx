import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { useMe } from '#mechanisms/access/web/me.ts';
import { useAct } from '#ui/act.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { useNow } from '#ui/now.ts';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import type { Leave as LeaveShape } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { TakeLeave } from './TakeLeave.tsx';

export type Leave = z.infer<typeof LeaveShape>;

/** 离岗与代办: while I am away somebody acts for me, under both names. */
export const Leaves = () => {
  const { labels } = useWords({ zh, en });
  const me = useMe()!;
  const [open, setOpen] = useState(false);
  const asked = useQuery(api.leaves.asQuery({}));
  return (
    <section className="card stack" aria-label={labels.leave}>
      <div className="spread"><h2>{labels.leave}</h2><Button onClick={() => setOpen(true)}>{labels.takeLeave}</Button></div>
      <p className="quiet">{labels.leaveSay}</p>
      <Loaded asked={asked}>
        {({ leaves }) => (leaves.length ? <ul className="lines">{leaves.map((leave) => <OneLeave key={leave.id} leave={leave} />)}</ul> : <p className="quiet">{labels.noLeaves}</p>)}
      </Loaded>
      {open && <TakeLeave me={me} leaves={asked.data?.leaves ?? []} onClose={() => setOpen(false)} />}
    </section>
  );
};

const OneLeave = ({ leave }: { leave: Leave }) => {
  const { labels } = useWords({ zh, en });
  const me = useMe()!;
  const now = useNow();
  const end = useAct((leaveId: string, key) => api.endLeave({ params: { leaveId }, body: {} }, key), ['organisation', 'access']);
  const isOver = leave.endedAt !== null || leave.ends < now;
  const isMine = leave.person.id === me.id || me.permissions.includes('leaves.manage');
  return (
    <li className="spread">
      <span>
        <strong>{leave.person.name}</strong>　{labels.deputy} <strong>{leave.deputy.name}</strong>　<span className="quiet">{leave.scope === 'all' ? labels.scopeAll : labels.scopeIncoming}</span>
        <br />
        <small className="quiet"><When at={leave.starts} /> – <When at={leave.ends} />　{leave.reason}</small>
      </span>
      {isOver ? <span className="quiet">{labels.ended}</span> : isMine && <Button loading={end.busy} onClick={() => end.run(leave.id)}>{labels.endLeave}</Button>}
    </li>
  );
};
