import { levelOf } from '#platform/levels.ts';
import { reasons } from '#platform/rules.ts';
import type { Content, Kind, Layout, Route, State } from '../nouns.ts';
import { canStart } from '../rules.ts';

interface Draft {
  state: State;
  drafterId: string;
}

type Who = { id: string; departments: readonly string[]; permissions: ReadonlySet<string> };

/** The drafter, and whoever keeps the office's desk. */
const isTheirs = ({ drafterId }: Draft, who: Who) => drafterId === who.id || who.permissions.has('outgoing.check');

export const whyNotEdit = (draft: Draft, who: Who) => reasons(
  [!isTheirs(draft, who),                                        'outgoing.not_the_drafter'],
  [draft.state !== 'draft',                                      'outgoing.no_draft_any_more'],
);

/** `base`: the version the asker has before their eyes. Nobody writes over another's work without knowing it. */
export const whyNotSave = (draft: Draft, who: Who, versions: { base: number; version: number }) => [
  ...whyNotEdit(draft, who),
  ...reasons([versions.base !== versions.version,                'outgoing.edited_meanwhile']),
];

export const whyNotSubmit = (draft: Draft, who: Who, faults: readonly Fault[]) => reasons(
  [!isTheirs(draft, who),                                        'outgoing.not_the_drafter'],
  [!canStart('submit', draft.state),                             'outgoing.no_draft_any_more'],
  [faults.some(({ grave }) => grave),                            'outgoing.draft_has_faults'],
);

export const whyNotDrop = (draft: Draft, who: Who) => reasons(
  [!isTheirs(draft, who),                                        'outgoing.not_the_drafter'],
  [!canStart('drop', draft.state),                               'outgoing.issued_already'],
);

/** Which way a document goes when nobody says otherwise. */
export const routeOf = (kind: Kind, wanted: Route): Route => (upward.has(kind) ? 'upward' : wanted === 'upward' && kind !== '意见' && kind !== '函' ? 'ordinary' : wanted);

const upward = new Set<Kind>(['请示', '报告', '议案']);

export const layoutOf = (kind: Kind, route: Route): Layout => {
  if (kind === '函') return 'letter';
  if (kind === '纪要') return 'minutes';
  if (kind === '命令') return 'order';
  return route === 'upward' ? 'upward' : 'file';
};

export interface Fault {
  code: FaultCode;
  /** It cannot be sent for approval so. */
  grave: boolean;
  /** The words that led to it. */
  said?: string;
}

export const faultCodes = [
  'title_without_kind', 'title_without_about', 'title_with_marks', 'no_body', 'no_main_recipient', 'request_one_recipient', 'request_one_matter', 'request_to_person', 'request_copied_down',
  'report_asks', 'attachment_missing', 'attachment_not_named', 'number_style', 'year_short', 'heading_order', 'classified',
] as const;
export type FaultCode = (typeof faultCodes)[number];

export interface Drafted extends Content {
  kind: Kind;
  /** How many attachments hang on it. */
  files: number;
  /** Names of our own departments. */
  departments: readonly string[];
}

const withoutRecipient = new Set<Kind>(['公告', '通告', '公报', '决议', '命令', '纪要']);

/** What a 核稿 would say of a draft (条例第八、十五、十九条; GB/T 9704-2012), in the order of the page. */
export const faultsOf = (draft: Drafted): Fault[] => [...titleFaults(draft), ...recipientFaults(draft), ...bodyFaults(draft), ...attachmentFaults(draft)];

const fault = (broken: boolean, code: FaultCode, grave: boolean, said?: string): Fault[] => (broken ? [{ code, grave, ...(said && { said }) }] : []);

const titleFaults = ({ title, kind }: Drafted) => [
  ...fault(!title.endsWith(kind === '命令' ? '令' : kind) && !title.endsWith(kind), 'title_without_kind', true),
  ...fault(!/关于|纪要$|令$/.test(title), 'title_without_about', false),
  ...fault(/[，。；：！？]/.test(title.replace(/《[^》]*》/g, '')), 'title_with_marks', false),
  ...fault(/秘密|机密|绝密/.test(title) && /★/.test(title), 'classified', true),
];

const recipientFaults = ({ kind, mainTo, copyTo, title, departments }: Drafted) => {
  const request = kind === '请示';
  return [
    ...fault(mainTo.length === 0 && !withoutRecipient.has(kind), 'no_main_recipient', true),
    ...fault(request && mainTo.length > 1, 'request_one_recipient', true),
    ...fault(request && /(请示|申请).*(和|及|、).*请示$/.test(title), 'request_one_matter', true),
    ...fault(request && mainTo.some((name) => /(同志|先生|女士|局长|校长|主任|书记|处长|科长)$/.test(name)), 'request_to_person', true, mainTo[0]),
    ...fault(request && copyTo.some((name) => departments.includes(name)), 'request_copied_down', true, copyTo.find((name) => departments.includes(name))),
  ];
};

const bodyFaults = ({ kind, body, bodyFile }: Drafted) => {
  const asks = /请(予)?(批示|批准|审批|批复)|妥否/.exec(body)?.[0];
  const brackets = /[\p{Script=Han}]{1,10}[[［(（【]\s*20\d\d\s*[\]］)）】]\s*第?0*\d+\s*号/u.exec(body)?.[0];
  const zero = /〔20\d\d〕\s*(第|0)\d*号/.exec(body)?.[0];
  const short = /(^|[^\d])([0-9]{2})年(?=[\d一-龥]*月)/.exec(body)?.[0];
  return [
    ...fault(!body.trim() && !bodyFile, 'no_body', true),
    ...fault(/^[\s]*(秘密|机密|绝密)\s*(★|$)/m.test(body), 'classified', true),
    ...fault(kind === '报告' && asks !== undefined, 'report_asks', true, asks),
    ...fault(brackets !== undefined || zero !== undefined, 'number_style', false, brackets ?? zero),
    ...fault(short !== undefined, 'year_short', false, short),
    ...headingFaults(body),
  ];
};

const han = '一二三四五六七八九十';
const ordinal = (text: string) => (/^\d+$/.test(text) ? Number(text) : text.length === 1 ? han.indexOf(text) + 1 : text.startsWith('十') ? 10 + han.indexOf(text[1]!) + 1 : (han.indexOf(text[0]!) + 1) * 10 + (text[2] ? han.indexOf(text[2]) + 1 : 0));

/** Headings of a level count on from one; a level begins anew under the one above. */
const headingFaults = (body: string) => {
  const at = [0, 0, 0, 0, 0];
  const wrong = body.split('\n').map((line) => line.trim()).find((line) => {
    const level = levelOf(line);
    if (level === 0) return false;
    const number = ordinal(/[\d一二三四五六七八九十]+/.exec(line)![0]);
    at.fill(0, level + 1);
    const expected = at[level]! + 1;
    at[level] = number;
    return number !== expected;
  });
  return fault(wrong !== undefined, 'heading_order', false, wrong?.slice(0, 20));
};

const attachmentFaults = ({ attachments, files, body }: Drafted) => [
  ...fault(attachments.length > files, 'attachment_missing', true, attachments[files]),
  ...fault(files > attachments.length || (attachments.length === 0 && /见附件|附件[1-9一二三]/.test(body)), 'attachment_not_named', files > attachments.length),
];
