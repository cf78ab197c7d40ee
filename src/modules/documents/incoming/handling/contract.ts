import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Department, Moved, partRoles, reason, text } from '../nouns.ts';

export const Share = z.object({ departmentId: z.uuid(), role: z.enum(partRoles) });
export type Share = z.infer<typeof Share>;

/** 拟办、批示、分办 (IN-3). */
export const handling = {
  suggestions: endpoint({
    path: 'GET /incoming/:documentId/suggestions',
    permission: 'incoming.read_all',
    returns: z.object({
      departments: z.array(z.object({ department: Department, role: z.enum(partRoles), times: z.int(), like: z.string() })),
      leaders: z.array(z.object({ id: z.uuid(), name: z.string(), why: z.string() })),
    }),
  }),
  propose: endpoint({
    path: 'POST /incoming/:documentId/proposal',
    permission: 'incoming.propose',
    body: z.object({
      text: reason,
      departments: z.array(Share).max(30).default([]),
      /** Leaders asked for an instruction, in this order; none: it is dispatched as proposed. */
      leaders: z.array(z.uuid()).max(10).default([]),
      major: z.boolean().optional(),
    }),
    returns: Moved,
    refuses: ['incoming.already_ended', 'incoming.not_for_proposal', 'incoming.two_leads', 'incoming.no_lead', 'incoming.department_twice', 'incoming.leader_twice', 'incoming.not_a_leader', 'incoming.waits_for_pages', 'incoming.department_unknown'],
  }),
  instruct: endpoint({
    path: 'POST /incoming/instructions/:instructionId/text',
    permission: 'incoming.instruct',
    body: z.object({ text: reason }),
    returns: Moved,
    refuses: ['incoming.not_your_instruction', 'incoming.not_your_turn', 'incoming.already_instructed', 'incoming.already_ended'],
  }),
  sendBackProposal: endpoint({
    path: 'POST /incoming/instructions/:instructionId/return',
    permission: 'incoming.instruct',
    body: z.object({ reason }),
    returns: Moved,
    refuses: ['incoming.not_your_instruction', 'incoming.not_your_turn', 'incoming.already_instructed', 'incoming.already_ended', 'incoming.office_has_no_director'],
  }),
  amendInstruction: endpoint({
    path: 'POST /incoming/instructions/:instructionId/amendment',
    permission: 'incoming.instruct',
    body: z.object({ text: reason }),
    returns: Moved,
    refuses: ['incoming.not_your_instruction', 'incoming.not_yet_instructed', 'incoming.already_ended'],
  }),
  addLeader: endpoint({
    path: 'POST /incoming/:documentId/leaders',
    permission: 'incoming.instruct',
    body: z.object({ leaderId: z.uuid(), why: text(300).default('') }),
    returns: Moved,
    refuses: ['incoming.not_for_another_leader', 'incoming.not_a_leader', 'incoming.leader_twice'],
  }),
  setTask: endpoint({
    path: 'POST /incoming/:documentId/tasks',
    permission: 'incoming.instruct',
    body: z.object({ instructionId: z.uuid().optional(), sentence: text(500).min(1), personId: z.uuid(), dueAt: instant }),
    returns: z.object({ id: z.uuid() }),
    refuses: ['incoming.task_in_the_past', 'incoming.already_ended', 'incoming.stub_stays_on_paper'],
  }),
  finishTask: endpoint({
    path: 'POST /incoming/tasks/:taskId/completion',
    permission: 'incoming.read',
    body: z.object({ result: reason, files: z.array(z.uuid()).max(20).default([]) }),
    returns: z.object({ id: z.uuid() }),
    refuses: ['incoming.not_your_task', 'incoming.task_already_done', 'incoming.file_unknown', 'incoming.stub_has_no_files'],
  }),
  withdrawTask: endpoint({
    path: 'POST /incoming/tasks/:taskId/withdrawal',
    permission: 'incoming.read',
    body: z.object({ reason }),
    returns: z.object({ id: z.uuid() }),
    refuses: ['incoming.not_set_by_you', 'incoming.task_already_done'],
  }),
  dispatch: endpoint({
    path: 'POST /incoming/:documentId/dispatch',
    permission: 'incoming.dispatch',
    body: z.object({ parts: z.array(Share).min(1).max(30), note: text(1000).default('') }),
    returns: Moved.extend({ countersign: z.boolean() }),
    refuses: ['incoming.already_ended', 'incoming.not_for_dispatch', 'incoming.two_leads', 'incoming.no_lead', 'incoming.department_twice', 'incoming.department_has_it', 'incoming.department_unknown', 'incoming.department_has_no_head', 'incoming.waits_for_pages'],
  }),
};
