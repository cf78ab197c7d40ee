import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useRef, useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Copy } from '#ui/Copy.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { Line } from '../rights/contract.ts';
import { api, stale, useLibraryWords } from './api.ts';

/** Links inside the school: each with its last day, each can be taken back. */
export const Links = ({ itemId, links }: { itemId: string; links: readonly Line[] }) => {
  const { labels, refusals } = useLibraryWords();
  const [endsOn, setEndsOn] = useState(() => dayjs().add(14, 'day').format('YYYY-MM-DD'));
  const make = useAct((_: undefined, key) => api.makeLink({ params: { itemId }, body: { endsOn } }, key), stale);
  const withdraw = useAct((grantId: string, key) => api.withdraw({ params: { grantId }, body: {} }, key), stale);
  return (
    <section className="card stack tight" aria-label={labels.links}>
      <h2>{labels.links}</h2>
      <p className="quiet">{labels.linksSay}</p>
      <ul className="lines">
        {links.map(({ id, here, from, endsAt, givenBy }) => (
          <li key={id} className="spread">
            <span className="wrap">{here ? <Address id={id} /> : labels.givenAt.replace('{name}', from.name)}　<span className="quiet">{givenBy?.name}　{labels.until}<When at={endsAt!} /></span></span>
            {here && <button type="button" className="plain" disabled={withdraw.busy} onClick={() => withdraw.run(id)}>{labels.withdraw}</button>}
          </li>
        ))}
      </ul>
      <div className="row">
        <DatePicker aria-label={labels.endsOn} value={dayjs(endsOn)} allowClear={false} onChange={(day) => day && setEndsOn(day.format('YYYY-MM-DD'))} />
        <Button loading={make.busy} onClick={() => make.run(undefined)}>{labels.makeLink}</Button>
      </div>
      <Refusals codes={[...make.codes, ...withdraw.codes]} words={refusals} />
    </section>
  );
};

const Address = ({ id }: { id: string }) => {
  const shown = useRef<HTMLElement>(null);
  const text = `${window.location.origin}/library/links/${id}`;
  return <><code ref={shown} className="wrap">{text}</code>　<Copy text={text} shown={shown} /></>;
};
