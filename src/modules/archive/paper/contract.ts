import { z } from 'zod';
import { bytes, file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Person, text, WhyNot } from '../nouns.ts';

export const paperStates = ['checked', 'importing', 'done', 'failed'] as const;

const Paper = z.object({
  id: z.uuid(),
  askedAt: instant,
  askedBy: Person,
  name: z.string(),
  state: z.enum(paperStates),
  total: z.int(),
  /** Rows without a fault. */
  good: z.int(),
  entered: z.int(),
  finishedAt: instant.nullable(),
  why: z.string(),
});
export type Paper = z.infer<typeof Paper>;

const PaperLine = z.object({
  line: z.int(),
  number: z.string(),
  docNumber: z.string(),
  author: z.string(),
  title: z.string(),
  stub: z.boolean(),
  /** Codes of `paperFaults`. */
  faults: z.array(z.string()),
});
export type PaperLine = z.infer<typeof PaperLine>;

const scanRefusals = ['archive.scan_name_unread', 'archive.scan_no_such_number', 'archive.scan_of_stub', 'archive.scan_not_of_paper'] as const;
const name = text(255).min(1);
const most = z.coerce.number().int().min(1).max(200).default(100);
const after = z.coerce.number().int().min(0).default(0);

/** 旧档案 (ARC-1): a table of old paper becomes lines of the catalogue; its scans find them by their names. */
export const paper = {
  paperForm: endpoint({ path: 'GET /archive/papers/form', permission: 'archive.manage', returns: file }),
  papers: endpoint({ path: 'GET /archive/papers', permission: 'archive.manage', returns: z.object({ papers: z.array(Paper) }) }),
  onePaper: endpoint({ path: 'GET /archive/papers/:paperId', permission: 'archive.manage', returns: Paper.extend({ scanned: z.int(), unscanned: z.int(), whyNot: WhyNot }) }),
  /** Rows with faults first, each in the order of the table. */
  paperLines: endpoint({ path: 'GET /archive/papers/:paperId/lines', permission: 'archive.manage', query: z.object({ faulty: z.stringbool(), after, most }), returns: z.object({ lines: z.array(PaperLine), next: z.int().nullable() }) }),
  unscanned: endpoint({ path: 'GET /archive/papers/:paperId/unscanned', permission: 'archive.manage', query: z.object({ after: text(100).default(''), most }), returns: z.object({ items: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string() })), next: z.string().nullable() }) }),
  bringPaper: endpoint({ path: 'POST /archive/papers', permission: 'archive.manage', kind: 'transfer', query: z.object({ name }), body: bytes, returns: z.object({ id: z.uuid() }), refuses: ['archive.paper_not_a_table', 'archive.paper_columns_missing', 'archive.paper_empty', 'archive.paper_too_long'] }),
  importPaper: endpoint({
    path: 'POST /archive/papers/:paperId/start',
    permission: 'archive.manage',
    /** So many rows were said to come in when it was confirmed. */
    body: z.object({ good: z.int() }),
    returns: z.object({ id: z.uuid() }),
    refuses: ['archive.paper_imported_already', 'archive.paper_running', 'archive.paper_nothing_good', 'archive.paper_changed'],
  }),
  /** Asked before a scan is sent: what is classified is not even uploaded. */
  scanFor: endpoint({ path: 'GET /archive/papers/scans', permission: 'archive.manage', query: z.object({ name }), returns: z.object({ number: z.string(), whyNot: z.array(z.string()) }) }),
  addScan: endpoint({ path: 'POST /archive/papers/scans', permission: 'archive.manage', body: z.object({ fileId: z.uuid() }), returns: z.object({ itemId: z.uuid(), number: z.string() }), refuses: [...scanRefusals, 'archive.destroyed_already', 'archive.scan_unknown', 'archive.scan_differs'] }),
};
