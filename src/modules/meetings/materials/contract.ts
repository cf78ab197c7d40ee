import { z } from 'zod';
import { Attached } from '#mechanisms/files/contract.ts';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Done, Person, reason, text, WhyNot } from '../nouns.ts';

export const materialStates = ['asked', 'in', 'given', 'ended', 'paper', 'withdrawn'] as const;
export type MaterialState = (typeof materialStates)[number];

/** One line: what it is, whose, where it stands. A stub has no title. */
export const Material = z.object({
  id: z.uuid(),
  title: z.string(),
  secrecy: z.int(),
  secrecyPeriod: z.string(),
  place: z.string(),
  topic: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  owner: Person,
  dueAt: instant.nullable(),
  bagged: z.boolean(),
  endsAfter: z.boolean(),
  state: z.enum(materialStates),
  late: z.boolean(),
  /** How many it was given to, and how many of them have read it; how many copies, and how many came back. */
  given: z.int(),
  read: z.int(),
  copies: z.int(),
  returned: z.int(),
  /** null: not given to me. */
  mine: z.object({ readAt: instant.nullable() }).nullable(),
});
export type Material = z.infer<typeof Material>;

export const WholeMaterial = Material.extend({
  meeting: z.object({ id: z.uuid(), title: z.string(), startsAt: instant, endsAt: instant }),
  withdrawnWhy: z.string(),
  files: z.array(Attached),
  /** For the office and whoever handed it in. */
  readers: z.array(z.object({ person: Person, givenAt: instant, readAt: instant.nullable() })),
  numbered: z.array(z.object({ number: z.int(), person: Person, returnedAt: instant.nullable() })),
  whyNot: WhyNot,
});
export type WholeMaterial = z.infer<typeof WholeMaterial>;

const Asked = z.object({ title: text(200).default(''), topicId: z.uuid().nullable().default(null), ownerId: z.uuid(), dueAt: instant.nullable().default(null), secrecy: z.int().min(0).max(3).default(0), secrecyPeriod: text(20).default(''), place: text(100).default(''), bagged: z.boolean().default(false), endsAfter: z.boolean().default(false) });

/** 会议材料 (MTG-4): collected by a date, marked with their 密级, given to those called, read, bagged, taken back. */
export const materials = {
  materials: endpoint({ path: 'GET /meetings/:meetingId/materials', permission: 'meetings.take_part', returns: z.object({ materials: z.array(Material), whyNot: WhyNot }) }),
  material: endpoint({ path: 'GET /meeting-materials/:materialId', permission: 'meetings.take_part', returns: WholeMaterial }),
  askMaterial: endpoint({ path: 'POST /meetings/:meetingId/materials', permission: 'meetings.manage', body: Asked, returns: Done, refuses: ['meetings.person_unknown', 'meetings.topic_not_on_agenda', 'meetings.material_untitled', 'meetings.stub_has_no_title', 'meetings.stub_place_missing', 'meetings.due_missing', 'meetings.due_is_over', 'meetings.due_after_meeting', 'meetings.preparation_over'] }),
  /** Handed in by whoever it was asked of, or by the office; handed in again after it was given out, everybody reads it anew. */
  handIn: endpoint({ path: 'POST /meeting-materials/:materialId/files', permission: 'meetings.take_part', body: z.object({ files: z.array(z.uuid()).min(1).max(20) }), returns: Done, refuses: ['meetings.not_your_material', 'meetings.stub_has_no_files', 'meetings.file_unknown', 'meetings.text_is_classified', 'meetings.material_closed', 'meetings.preparation_over'] }),
  urgeMaterial: endpoint({ path: 'POST /meeting-materials/:materialId/urges', permission: 'meetings.manage', body: z.object({}), returns: Done, refuses: ['meetings.material_in', 'meetings.urged_just_now'] }),
  withdrawMaterial: endpoint({ path: 'POST /meeting-materials/:materialId/withdrawal', permission: 'meetings.manage', body: z.object({ reason }), returns: Done, refuses: ['meetings.material_closed', 'meetings.preparation_over'] }),
  /** Everything that is in goes to those called. */
  distribute: endpoint({ path: 'POST /meetings/:meetingId/materials/distribution', permission: 'meetings.manage', body: z.object({}), returns: z.object({ given: z.int() }), refuses: ['meetings.not_called', 'meetings.nothing_to_give', 'meetings.preparation_over'] }),
  readMaterial: endpoint({ path: 'POST /meeting-materials/:materialId/reading', permission: 'meetings.take_part', body: z.object({}), returns: Done, refuses: ['meetings.not_given_to_you', 'meetings.read_already'] }),
  /** Copies are numbered for whoever comes, in the order of their seats; 秘密 and above for those cleared. */
  bag: endpoint({ path: 'POST /meetings/:meetingId/bags', permission: 'meetings.manage', body: z.object({}), returns: z.object({ copies: z.int() }), refuses: ['meetings.nothing_to_bag', 'meetings.preparation_over'] }),
  bagList: endpoint({ path: 'GET /meetings/:meetingId/bag-list', permission: 'meetings.manage', returns: file }),
  /** 回收 */
  takeBack: endpoint({ path: 'POST /meeting-materials/:materialId/returns', permission: 'meetings.manage', body: z.object({ numbers: z.array(z.int().min(1)).min(1).max(600) }), returns: Done, refuses: ['meetings.copy_not_out'] }),
};
