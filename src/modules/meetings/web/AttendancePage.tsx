import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Line } from '#ui/fields.tsx';
import { keptAnswer } from '#ui/kept-answer.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { Came, signin } from '../signin/contract.ts';
import { api, stale } from './api.ts';
import { QueueState } from './QueueState.tsx';
import { SignInFor } from './SignInFor.tsx';
import { filled, useSitting, useSittingWords, type Writing } from './sitting.ts';

type Attendance = Answer<typeof signin.attendance>;

/** 签到: with the code from the screen, which the QR brings along; for the minute-taker also by hand; who came, and when (MTG-5). */
export const AttendancePage = () => {
  const { meetingId } = useParams({ strict: false }) as { meetingId: string };
  const asked = useQuery(keptAnswer(api.attendance.asQuery({ params: { meetingId } })));
  const writing = useSitting(meetingId);
  return <Loaded asked={asked}>{(attendance) => <Page attendance={attendance} writing={writing} />}</Loaded>;
};

const Page = ({ attendance, writing }: { attendance: Attendance; writing: Writing }) => {
  const { labels } = useSittingWords();
  const [byHand, setByHand] = useState(false);
  const { meeting, lines, others, whyNot } = attendance;
  const signsIn = whyNot['signInFor']?.length === 0;
  const came = lines.filter((line) => line.came).length + others.length;
  return (
    <div className="stack narrow">
      <div className="spread no-print"><QueueState writing={writing} writes={signsIn} /><Link to={`/records/${meeting.id}` as string}>{labels.backToMeeting}</Link></div>
      <header className="stack tight"><h1>{labels.signIn}</h1><strong>{meeting.title}</strong><div className="quiet"><When at={meeting.startsAt} />　{meeting.place}</div></header>
      {(whyNot['signIn'] || attendance.mine) && <Mine attendance={attendance} />}
      <section className="card stack" aria-label={labels.signInList}>
        <div className="spread"><h2>{filled(labels.came, { called: lines.length, came })}</h2><span className="row no-print"><a href={api.signInList.url({ params: { meetingId: meeting.id }, query: { as: 'pdf' } })} target="_blank" rel="noreferrer">{labels.printList}</a><a href={api.signInList.url({ params: { meetingId: meeting.id }, query: { as: 'xlsx' } })}>{labels.exportList}</a></span></div>
        {whyNot['signInFor'] && meeting.endedAt === null && <div className="row no-print">{signsIn && <Button onClick={() => setByHand(true)}>{labels.signInFor}</Button>}<Link to={`/meetings/${meeting.id}/sign-in-card` as string}>{labels.signInCard}</Link></div>}
        <ul className="lines">{lines.map((line) => <Called key={line.person.id} line={line} signsIn={signsIn} writing={writing} />)}</ul>
        {others.length > 0 && <><h3>{labels.others}</h3><ul className="lines">{others.map((one) => <li key={one.id} className="spread"><span>{one.name}　<small className="quiet">{one.guest && labels.guest}</small></span><span className="row"><HowCame came={one} />{signsIn && <TakeBack came={one} />}</span></li>)}</ul></>}
      </section>
      {byHand && <SignInFor attendance={attendance} onClose={() => setByHand(false)} send={(body) => writing.queue.add({ what: 'signInFor', request: { params: { meetingId: meeting.id }, body: { ...body, at: writing.at() } } })} />}
    </div>
  );
};

/** One press with the code of the QR; without it the code is typed. */
const Mine = ({ attendance: { meeting, mine, whyNot } }: { attendance: Attendance }) => {
  const { labels, refusals } = useSittingWords();
  const { code: brought } = useSearch({ strict: false }) as { code?: string | number };
  const scanned = brought === undefined ? '' : String(brought).padStart(6, '0');
  const [code, setCode] = useState(scanned);
  const signIn = useAct((_: null, key) => api.signIn({ params: { meetingId: meeting.id }, body: { code } }, key), stale);
  const wrong = signIn.codes.includes('meetings.wrong_code');
  // Whoever was slow types the one on the screen; the one that is over is gone.
  const typed = wrong && code === scanned ? '' : code;
  if (mine) return <section className="card" role="status"><strong>{labels.youAreIn}</strong>　<HowCame came={mine} /></section>;
  const why = whyNot['signIn']!;
  if (why.length) return <section className="card quiet">{why.map((one) => refusals[one as 'meetings.too_early']).join(' ')}</section>;
  return (
    <section className="card stack">
      {wrong && <p>{labels.signCodeNow}</p>}
      {(brought === undefined || wrong) && <Form layout="vertical"><Line label={labels.signCode} most={6} value={typed} onChange={setCode} /></Form>}
      <Button type="primary" size="large" block disabled={typed.trim().length !== 6} loading={signIn.busy} onClick={() => signIn.run(null)}>{labels.signIn}</Button>
      <Refusals codes={signIn.codes} words={refusals} />
    </section>
  );
};

const Called = ({ line: { person, title, part, reply, deputy, came }, signsIn, writing: { queue, at } }: { line: Attendance['lines'][number]; signsIn: boolean; writing: Writing }) => {
  const { labels, parts, replies } = useSittingWords();
  const { meetingId } = useParams({ strict: false }) as { meetingId: string };
  const sign = () => queue.add({ what: 'signInFor', request: { params: { meetingId }, body: { personId: deputy?.id ?? person.id, at: at() } } });
  const name = came && came.name !== person.name ? `${came.name}（${filled(labels.whoForWhom, { who: '', whom: person.name })}）` : person.name;
  return (
    <li className="spread">
      <span>{name}　<small className="quiet">{title}　{parts[part]}{!came && reply && reply !== 'comes' && `　${replies[reply]}${deputy ? `：${deputy.name}` : ''}`}</small></span>
      <span className="row">{came ? <HowCame came={came} /> : <span className="quiet">{labels.notYet}</span>}{signsIn && !came && <Button className="no-print" onClick={sign} aria-label={`${labels.byHand} ${deputy?.name ?? person.name}`}>{labels.byHand}</Button>}{signsIn && came && <TakeBack came={came} />}</span>
    </li>
  );
};

const HowCame = ({ came }: { came: Came }) => {
  const { labels } = useSittingWords();
  return <span><When at={came.at} />{came.way === 'hand' && <small className="quiet">　{labels.byHand}</small>}{came.late > 0 && <span className="soon">　{filled(labels.lateBy, { n: came.late })}</span>}<small className="quiet">　{filled(labels.nth, { n: came.order })}</small></span>;
};

const TakeBack = ({ came }: { came: Came }) => {
  const { labels, refusals } = useSittingWords();
  const back = useAct((_: null, key) => api.takeSignInBack({ params: { attendanceId: came.id } }, key), stale);
  return <><button type="button" className="plain no-print" disabled={back.busy} aria-label={`${labels.takeSignInBack} ${came.name}`} onClick={() => back.run(null)}>{labels.takeBack}</button><Refusals codes={back.codes} words={refusals} /></>;
};
