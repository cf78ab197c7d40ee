import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { type Column, List, RowLink } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { State } from '#ui/State.tsx';
import { When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { equipment, Preparation } from '../equipment/contract.ts';
import { api, useMeetingWords } from './api.ts';
import { EquipmentRules } from './EquipmentRules.tsx';
import { Tabs } from './Tabs.tsx';

type Show = 'coming' | 'past';
type Page = Answer<typeof equipment.preparations>;

const hrefOf = ({ id }: Preparation) => `/records/${id}`;

/** 会场准备: what the technicians prepare, in the order in which it begins. */
export const Preparations = () => {
  const { labels } = useMeetingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const manages = useMay()('meetings.manage');
  const [show, setShow] = useState<Show>('coming');
  const [rules, setRules] = useState(false);
  const found = usePreparations(show);
  const columns = useColumns();
  return (
    <div className="stack">
      <div className="spread"><h1>{labels.preparations}</h1>{manages && <Button className="no-print" onClick={() => setRules(true)}>{labels.equipmentRules}</Button>}</div>
      <Tabs />
      <div className="row no-print"><Choices<Show> label={labels.show} value={show} onChange={setShow} options={[['coming', labels.coming], ['past', labels.past]]} /></div>
      <Loaded asked={found}>
        {({ pages }) => {
          const rows = pages.flatMap(({ preparations }) => preparations);
          return rows.length ? <List columns={columns} rows={rows} hrefOf={hrefOf} card={(one) => <Card preparation={one} />} /> : <Nothing>{labels.noPreparations}</Nothing>;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
      {rules && <EquipmentRules onClose={() => setRules(false)} />}
    </div>
  );
};

/** How far it is: ticked, broken, handed over. */
export const PreparationStanding = ({ preparation: { lines, checked, defects, handedOverAt } }: { preparation: Pick<Preparation, 'lines' | 'checked' | 'defects' | 'handedOverAt'> }) => {
  const { labels } = useMeetingWords();
  const far = labels.checkedOf.replace('{n}', String(checked)).replace('{all}', String(lines));
  return <span className="row">{handedOverAt ? <State tone="done">{labels.handedOver}</State> : <State tone={checked < lines ? 'wait' : 'go'}>{far}</State>}{defects > 0 && <span className="late">{labels.withDefects.replace('{n}', String(defects))}</span>}</span>;
};

const useColumns = (): readonly Column<Preparation>[] => {
  const { labels } = useMeetingWords();
  return [
    { name: 'when', title: labels.when, cell: (one) => <When at={one.startsAt} /> },
    { name: 'title', title: labels.title, grow: true, cell: (one) => <RowLink to={hrefOf(one)}>{one.title}</RowLink> },
    { name: 'place', title: labels.place, cell: (one) => one.place },
    { name: 'people', title: labels.people, cell: (one) => one.people },
    { name: 'state', title: labels.state, cell: (one) => <PreparationStanding preparation={one} /> },
  ];
};

const Card = ({ preparation: one }: { preparation: Preparation }) => (
  <><div className="spread"><When at={one.startsAt} /><PreparationStanding preparation={one} /></div><RowLink to={hrefOf(one)}>{one.title}</RowLink><div className="quiet">{one.place}</div></>
);

const usePreparations = (show: Show) =>
  useInfiniteQuery({
    queryKey: ['meetings', 'preparations', show],
    queryFn: ({ pageParam }) => api.preparations({ query: { show, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });
