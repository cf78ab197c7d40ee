interface Called {
  when: string;
  minutes: number;
  place: string;
  chair: string;
  prepare: string;
  people: readonly { person: { name: string }; part: string }[];
  items: readonly { title: string; minutes: number; department: { name: string }; presenter: { name: string } }[];
}

const numbers = '一二三四五六七八九';

/** What the notice says, part by part, as its paper sets it: a heading and its lines. */
export const noticeBody = ({ when, minutes, place, chair, prepare, people, items }: Called) => {
  const named = (part: string) => people.filter((one) => one.part === part).map(({ person }) => person.name).join('、');
  const agenda = items.map((item, i) => `${i + 1}. ${item.title || '（涉密，不显示标题）'}（${item.department.name}${item.presenter.name}汇报，${item.minutes}分钟）`);
  const parts: [string, string[]][] = [
    ['会议时间', [`${when}，会期${minutes}分钟。`]],
    ['会议地点', [`${place}。`]],
    ['参会人员', [`主持：${chair}。`, `参加：${named('attends')}。`, ...(named('observes') ? [`列席：${named('observes')}。`] : [])]],
    ['会议议程', agenda],
    ...(prepare ? [['需准备的材料', [prepare]] as [string, string[]]] : []),
    ['有关要求', ['请于会前回执；因故不能参加的，说明原因并委托他人参加或请假。请提前十分钟到会签到。']],
  ];
  return parts.flatMap(([heading, lines], i) => [`${numbers[i]}、${heading}`, ...lines]).join('\n');
};
