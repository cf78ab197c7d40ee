import { datesOf } from './dates.ts';
import type { Proposal } from './rules.ts';

interface Law {
  sender: Proposal;
  number?: Proposal;
  date?: Proposal;
}

const anyDate = '(?:\\d{4}|[一二三四五六七八九〇○零]{4})年[^年]{1,12}月[^月]{1,8}日';
const passedBy = new RegExp(`(${anyDate})([^，。；（）()\\d]{0,60}(?:常务委员会|人民代表大会|人民政府|国务院|委员会|[部委局厅]))[^，。；]{0,60}?(通过|修正|修订|发布|公布|批准)`, 'g');
const decreedBy = new RegExp(`(${anyDate})((?:[\\u4e00-\\u9fa5]{2,20}令第\\d+号、?)+)`);

/** A law: the body that passed it, or changed it last, and that day, from the lines under its title; approval by another counts less. */
export const lawOf = (lines: readonly string[]): Law | undefined => {
  const under = lines.slice(0, 20).join('');
  const decree = decreedBy.exec(under);
  const passed = [...under.matchAll(passedBy)];
  const last = passed.filter(([, , , how]) => how === '通过' || how === '修正' || how === '修订').at(-1) ?? passed.at(-1);
  if (decree && !passed.some(([, , , how]) => how === '修正' || how === '修订')) {
    const bodies = [...decree[2]!.matchAll(/([\u4e00-\u9fa5]{2,20}?)令第\d+号/g)].map(([, body]) => nameOf(body!));
    return { sender: { value: bodies.join(' '), where: decree[0] }, number: { value: decree[2]!.replace(/、$/, ''), where: decree[0] }, ...dated(decree[1]!, decree[0]) };
  }
  return last ? { sender: { value: nameOf(last[2]!), where: last[0] }, ...dated(last[1]!, last[0]) } : undefined;
};

const nameOf = (body: string) => body.replace(/^(?:经|由|根据)/, '').replace(/^中华人民共和国(?=国务院|教育部|.{2,8}部$)/, '');

const dated = (text: string, where: string): Pick<Law, 'date'> => {
  const date = datesOf(text)[0];
  return date ? { date: { value: date.day, where } } : {};
};
