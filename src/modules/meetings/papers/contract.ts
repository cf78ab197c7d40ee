import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Done, Person, text, WhyNot } from '../nouns.ts';

export const paperKinds = ['minutes', 'note', 'weekly', 'monthly'] as const;
export type PaperKind = (typeof paperKinds)[number];

export const paperStates = ['draft', 'sent', 'approving', 'final', 'dropped'] as const;
export type PaperState = (typeof paperStates)[number];

export const Content = z.object({
  title: text(300).min(1),
  /** Paragraphs by line ends, 一、（一）1.（1） at their head; lines with tabs are a table. */
  body: z.string().max(200_000).refine((body) => body.trim() !== ''),
  /** 出席、请假、列席. */
  attending: text(4000).default(''),
  absent: text(4000).default(''),
  observing: text(4000).default(''),
});
export type Content = z.infer<typeof Content>;

/** What is written, with the versions before it. */
export const Written = z.object({
  id: z.uuid(),
  kind: z.enum(paperKinds),
  state: z.enum(paperStates),
  version: z.int(),
  content: Content,
  /** The newest first. Nobody: it was drawn from what was recorded. */
  versions: z.array(z.object({ version: z.int(), at: instant, by: Person.nullable() })),
  whyNot: WhyNot,
});
export type Written = z.infer<typeof Written>;

/** 纪要、更正、每周情况、每月报告: written as official documents are, printed as PDF and DOCX. */
export const papers = {
  written: endpoint({ path: 'GET /meeting-papers/:paperId', permission: 'meetings.take_part', returns: Written }),
  writtenVersion: endpoint({ path: 'GET /meeting-papers/:paperId/versions/:number', permission: 'meetings.take_part', returns: Content }),
  saveWritten: endpoint({
    path: 'PUT /meeting-papers/:paperId',
    permission: 'meetings.take_part',
    body: Content.extend({ /** The version it was made from. */ base: z.int().min(1) }),
    returns: Done.extend({ version: z.int() }),
    refuses: ['meetings.not_the_writer', 'meetings.paper_in_review', 'meetings.paper_final', 'meetings.note_dropped', 'meetings.edited_meanwhile'],
  }),
  /** Until it is final it is drawn when it is asked for, and carries its watermark; then it is the one that was kept. */
  printedWritten: endpoint({ path: 'GET /meeting-papers/:paperId/paper', permission: 'meetings.take_part', query: z.object({ as: z.enum(['pdf', 'docx']).default('pdf') }), returns: file }),
};
