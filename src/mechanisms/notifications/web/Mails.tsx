import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Choices } from '#ui/Choices.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { State } from '#ui/State.tsx';
import { When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { notifications } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

type Page = Answer<typeof notifications.mails>;
type MailState = Page['mails'][number]['state'] | 'all';

const tones = { waiting: 'wait', held: 'wait', gathered: 'done', sent: 'done', failed: 'late', no_address: 'off' } as const;

/** 发信登记: every mail, what became of it, and why. */
export const Mails = () => {
  const { labels, states, refusals } = useWords({ zh, en });
  const ui = useWords({ zh: uiZh, en: uiEn });
  const [state, setState] = useState<MailState>('all');
  const found = useInfiniteQuery({
    queryKey: ['notifications', 'mails', state],
    queryFn: ({ pageParam }) => api.mails({ query: { ...(state !== 'all' && { state }), ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });
  const retry = useAct((mailId: string, key) => api.tryAgain({ params: { mailId }, body: {} }, key), ['notifications']);
  return (
    <div className="stack">
      <h1>{labels.mails}</h1>
      <Choices<MailState> label={labels.mails} value={state} onChange={setState} options={[['all', labels.all], ...(Object.entries(states) as [MailState, string][])]} />
      <Refusals codes={retry.codes} words={refusals} />
      <div className="card">
        <Loaded asked={found}>
          {({ pages }) => (pages[0]!.mails.length ? (
            <ul className="lines">
              {pages.flatMap(({ mails }) => mails).map((mail) => (
                <li key={mail.id} className="spread">
                  <span>{mail.subject}<br /><small className="quiet">{labels.to} {mail.toPerson ?? mail.to}{mail.cc.length > 0 && `　${labels.cc} ${mail.cc.join(', ')}`}　<When at={mail.sentAt ?? mail.at} />　{mail.state !== 'sent' && mail.tries > 0 && `${labels.tries} ${mail.tries}　`}{mail.error === 'SMTP_URL' ? labels.notConfigured : mail.error}</small></span>
                  <span className="row"><State tone={tones[mail.state]}>{states[mail.state]}</State>{(mail.state === 'failed' || mail.state === 'waiting') && <Button onClick={() => retry.run(mail.id)}>{labels.retry}</Button>}</span>
                </li>
              ))}
            </ul>
          ) : <Nothing>{labels.noMails}</Nothing>)}
        </Loaded>
        {found.hasNextPage && <Button onClick={() => found.fetchNextPage()}>{ui.labels.more}</Button>}
      </div>
    </div>
  );
};
