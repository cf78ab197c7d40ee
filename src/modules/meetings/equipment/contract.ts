import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Done, most, Person, text, WhyNot } from '../nouns.ts';

const count = z.int().min(0).max(5000);

/** So many of it for every so many people (0: for the meeting), some more to spare, only from so many people on. */
export const EquipmentRule = z.object({ name: text(40).min(1), unit: text(10), each: z.int().min(1).max(500), per: z.int().min(0).max(1000), spare: z.int().min(0).max(500), leastPeople: z.int().min(0).max(5000) });
export type EquipmentRule = z.infer<typeof EquipmentRule>;

export const checks = ['open', 'ready', 'defect'] as const;

const Needed = z.object({ name: text(40).min(1), unit: text(10).default(''), count, remark: text(200).default('') });

export const EquipmentLine = Needed.extend({ id: z.uuid(), unit: z.string(), remark: z.string(), /** What the table of the office says; null: added by hand. */ usual: count.nullable(), state: z.enum(checks), checkedAt: instant.nullable(), checkedBy: Person.nullable(), defect: z.string() });
export type EquipmentLine = z.infer<typeof EquipmentLine>;

export const Preparation = z.object({ id: z.uuid(), meetingId: z.uuid(), title: z.string(), startsAt: instant, endsAt: instant, place: z.string(), people: z.int(), lines: z.int(), checked: z.int(), defects: z.int(), handedOverAt: instant.nullable() });
export type Preparation = z.infer<typeof Preparation>;

const WholePreparation = Preparation.omit({ lines: true }).extend({
  state: z.string(),
  equipment: z.array(EquipmentLine),
  /** Who is expected by now: without those on leave. */
  expected: z.int(),
  handedOverBy: Person.nullable(),
  handedOverNote: z.string(),
  whyNot: WhyNot,
});
export type WholePreparation = z.infer<typeof WholePreparation>;

export const preparationsShown = ['coming', 'past'] as const;

/** 会场准备 (MTG-3): the equipment list counted from the people, and its check list, ticked and handed over by the technician. */
export const equipment = {
  equipmentRules: endpoint({ path: 'GET /meeting-equipment-rules', permission: 'meetings.prepare', returns: z.object({ rules: z.array(EquipmentRule) }) }),
  setEquipmentRules: endpoint({ path: 'PUT /meeting-equipment-rules', permission: 'meetings.manage', body: z.object({ rules: z.array(EquipmentRule).max(60) }), returns: z.object({ rules: z.array(EquipmentRule) }), refuses: ['meetings.equipment_twice'] }),
  preparations: endpoint({ path: 'GET /meeting-preparations', permission: 'meetings.prepare', query: z.object({ show: z.enum(preparationsShown).default('coming'), after: z.uuid().optional(), most }), returns: z.object({ preparations: z.array(Preparation), next: z.uuid().nullable() }) }),
  preparation: endpoint({ path: 'GET /meeting-preparations/:preparationId', permission: 'meetings.prepare', returns: WholePreparation }),
  /** The whole list as the office wants it; what stays as it was keeps its tick. */
  setEquipment: endpoint({ path: 'PUT /meeting-preparations/:preparationId/equipment', permission: 'meetings.manage', body: z.object({ equipment: z.array(Needed).max(100) }), returns: Done, refuses: ['meetings.equipment_twice', 'meetings.preparation_over'] }),
  /** By the table again, for those who are expected by now. */
  recount: endpoint({ path: 'POST /meeting-preparations/:preparationId/recount', permission: 'meetings.manage', body: z.object({}), returns: Done, refuses: ['meetings.preparation_over'] }),
  checkEquipment: endpoint({ path: 'POST /meeting-equipment/:lineId/check', permission: 'meetings.prepare', body: z.object({ state: z.enum(checks), defect: text(500).default('') }), returns: Done, refuses: ['meetings.preparation_over', 'meetings.handed_over', 'meetings.defect_missing'] }),
  /** 交接: all of it was looked at; what is not as it should be is written down. */
  handOver: endpoint({ path: 'POST /meeting-preparations/:preparationId/handover', permission: 'meetings.prepare', body: z.object({ note: text(500).default('') }), returns: Done, refuses: ['meetings.preparation_over', 'meetings.handed_over', 'meetings.not_all_checked'] }),
};
