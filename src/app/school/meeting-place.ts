import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { momentsAgo } from './deeds.ts';
import type { Life, Step } from './life.ts';

const day = 24 * 60;

/** The smallest room that fits, booked with the meeting; on a day on which none is open the meeting is elsewhere. */
export const roomFor = async (life: Life, startsAt: string, people: number) => {
  const { rooms: desk } = await life.tools('office.clerk');
  const to = new Date(Date.parse(startsAt) + 90 * 60_000).toISOString();
  const { rooms } = await desk.findRooms({ query: { from: startsAt, to, people } });
  const room = rooms.find(({ whyNot }) => whyNot.every((code) => code === 'rooms.too_late' || code === 'rooms.calendar_missing'));
  return room ? { roomId: room.id, equipment: [], exception: room.late ? '会议时间由上级确定' : null } : null;
};

/** Before a meeting that was called: a material that was read by some, one that is asked for, a stub; a room that is being prepared. */
export const preparing = (life: Life, meeting: { id: string }, now: string): Step[] => [
  at(now, 1.8 * day, () => askedFor(life, meeting.id, now)),
  at(now, 1.2 * day, () => handedIn(life, meeting.id)),
  at(now, 0.9 * day, () => given(life, meeting.id)),
  at(now, 0.4 * day, () => checked(life, meeting.id)),
];

const at = (now: string, minutesAgo: number, run: () => Promise<void>): Step => ({ at: momentsAgo(now, minutesAgo), run });

const deskOf = async (life: Life, username: string) => (await life.tools(username)).meetings;

const [exams, safety] = ['期末考试工作安排（讨论稿）', '寒假安全教育方案'];

const askedFor = async (life: Life, meetingId: string, now: string) => {
  const desk = await deskOf(life, 'office.clerk');
  const { items } = await desk.meeting({ params: { meetingId } });
  const dueAt = new Date(Date.parse(now) + 5 * day * 60_000).toISOString();
  const ask = (body: object) => desk.askMaterial({ params: { meetingId }, body: { dueAt, ...body } as never });
  await ask({ title: exams, topicId: items[1]!.topicId, ownerId: life.id('department.head'), bagged: true, endsAfter: true });
  await ask({ title: safety, topicId: items[0]!.topicId, ownerId: life.id('yangfan') });
  await ask({ secrecy: 1, secrecyPeriod: '1年', place: '办公室机要柜', ownerId: life.id('office.clerk'), dueAt: null });
};

const materialOf = async (life: Life, meetingId: string, title: string) => (await (await deskOf(life, 'office.clerk')).materials({ params: { meetingId } })).materials.find((one) => one.title === title)!.id;

const handedIn = async (life: Life, meetingId: string) => {
  const { meetings: desk, files } = await life.tools('department.head');
  const lines = ['一、考试时间：一月中旬，分年级进行。', '二、命题、审题、印制由教务处组织，专人保管。', '三、监考安排考前三天公布。', '四、阅卷和成绩分析在放假前完成。'];
  const content = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ text: exams, heading: HeadingLevel.HEADING_1 }), ...lines.map((line) => new Paragraph(line))] }] }));
  const { id } = await files.upload({ query: { name: `${exams}.docx` }, body: content as never });
  await desk.handIn({ params: { materialId: await materialOf(life, meetingId, exams) }, body: { files: [id] } });
};

const given = async (life: Life, meetingId: string) => {
  const desk = await deskOf(life, 'office.clerk');
  await desk.distribute({ params: { meetingId }, body: {} });
  await desk.bag({ params: { meetingId }, body: {} });
  const materialId = await materialOf(life, meetingId, exams);
  for (const reader of ['yangfan', 'leader']) await (await deskOf(life, reader)).readMaterial({ params: { materialId }, body: {} });
};

const checked = async (life: Life, meetingId: string) => {
  const { preparationId } = await (await deskOf(life, 'office.clerk')).meeting({ params: { meetingId } });
  const desk = await deskOf(life, 'technician');
  const { equipment } = await desk.preparation({ params: { preparationId: preparationId! } });
  for (const line of equipment.slice(0, 3)) await desk.checkEquipment({ params: { lineId: line.id }, body: { state: 'ready' } });
  const projector = equipment.find(({ name }) => name === '投影仪');
  if (projector) await desk.checkEquipment({ params: { lineId: projector.id }, body: { state: 'defect', defect: '投影偏色，需更换灯泡' } });
};
