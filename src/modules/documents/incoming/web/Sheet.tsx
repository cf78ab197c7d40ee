import type { ReactNode } from 'react';
import { useMe } from '#mechanisms/access/web/me.ts';
import { Day, When } from '#ui/When.tsx';
import type { Document, Part, ReadingLine } from '../nouns.ts';
import { useIncomingWords } from './api.ts';

/** 文件处理单 on the screen, as the paper is ruled: what was received, proposed, instructed, done and read. */
export const Sheet = ({ document: d }: { document: Document }) => {
  const { labels, secrecies, urgencies, answerHows } = useIncomingWords();
  const school = useMe()?.school;
  const secrecy = [secrecies[d.secrecy], d.secrecyPeriod].filter(Boolean).join('★') || labels.noSecrecy;
  return (
    <table className="sheet">
      <caption>{school}　{labels.sheetTitle}</caption>
      <tbody>
        <Pair a={[labels.number, <span className="number" key="n">{d.number}</span>]} b={[labels.receivedAt, <When key="r" at={d.receivedAt} />]} />
        <Pair a={[labels.sender, d.sender]} b={[labels.senderNumber, <span className="number" key="s">{d.senderNumber}</span>]} />
        <Pair a={[labels.writtenOn, <Day key="w" on={d.writtenOn} />]} b={[`${labels.secrecy}　${labels.urgency}`, `${secrecy}　${urgencies[d.urgency]}`]} />
        <Pair a={[labels.copies, [d.copies, d.copyNumbers].filter(Boolean).join('　')]} b={[`${labels.pages}　${labels.attachments}`, `${d.pages}　${d.attachments}`]} />
        <Row label={labels.title}>{d.title || labels.stubTitle}</Row>
        <Row label={labels.proposalText}>{d.proposals.map(({ id, text, by, at }) => <Written key={id} text={text} who={by.name} at={at} />)}</Row>
        <Row label={labels.instructions}>{d.instructions.filter(({ text }) => text).map(({ id, text, leader, givenBy, givenAt }) => <Written key={id} text={text!} who={givenBy && givenBy.id !== leader.id ? labels.whoForWhom.replace('{who}', givenBy.name).replace('{whom}', leader.name) : leader.name} at={givenAt} />)}</Row>
        <Row label={`${labels.parts}${d.countersign ? `（${labels.countersign}）` : ''}`}>{d.parts.map((part) => <PartLine key={part.id} part={part} />)}</Row>
        {d.readings.length > 0 && <Row label={labels.readers}>{d.readings.map((reading) => <Read key={reading.id} reading={reading} />)}</Row>}
        {d.answers.length > 0 && <Row label={labels.answers}>{d.answers.map(({ id, how, outgoingNumber, text, by, at }) => <Written key={id} text={[answerHows[how], outgoingNumber, text].filter(Boolean).join('　')} who={by.name} at={at} />)}</Row>}
        <Row label={labels.remark}>{d.remark}</Row>
      </tbody>
    </table>
  );
};

const Pair = ({ a, b }: { a: [string, ReactNode]; b: [string, ReactNode] }) => <tr><th scope="row">{a[0]}</th><td>{a[1]}</td><th scope="row">{b[0]}</th><td>{b[1]}</td></tr>;

const Row = ({ label, children }: { label: string; children: ReactNode }) => <tr><th scope="row">{label}</th><td colSpan={3}>{children}</td></tr>;

/** Words, and under them who wrote them and when, as a hand signs. */
const Written = ({ text, who, at }: { text: string; who: string; at: string | null }) => <div className="written"><p className="opinion">{text}</p><small>{who}　{at && <When at={at} />}</small></div>;

const PartLine = ({ part }: { part: Part }) => {
  const { labels, roles, outcomes } = useIncomingWords();
  const { department, role, signedAt, signedBy, opinion, opinionBy, opinionAt, outcome, result, closedBy, closedAt, returnedWhy } = part;
  return (
    <div className="written">
      <p className="opinion"><strong>{department.name}　{roles[role]}</strong>　{signedAt && <small>{labels.signedBy} {signedBy?.name}　<When at={signedAt} /></small>}</p>
      {opinion && <Written text={opinion} who={opinionBy?.name ?? ''} at={opinionAt} />}
      {outcome && <Written text={`${outcomes[outcome]}：${result}`} who={closedBy?.name ?? ''} at={closedAt} />}
      {returnedWhy && <p className="opinion">{labels.returned}：{returnedWhy}</p>}
    </div>
  );
};

const Read = ({ reading: { person, readAt, note } }: { reading: ReadingLine }) => {
  const { labels } = useIncomingWords();
  return <p className="opinion">{person.name}　{readAt ? <When at={readAt} /> : <span className="quiet">{labels.unread}</span>}{note && `　${note}`}</p>;
};
