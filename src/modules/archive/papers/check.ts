import { pdf } from '#mechanisms/reports/pdf.ts';
import { asPdf } from '#mechanisms/reports/sheets.ts';
import type { FileAnswer, Reading } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';
import type { Check, Fault } from '../fixity/contract.ts';
import { zh } from '../words.zh.ts';
import { schoolOf, template } from './catalogue.ts';

const clock = (at: string | null) => (at ? `${dayOf(at)} ${new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)}` : '');

/** 文件核验报告: who had it done, how many files were read, which are not what they were. */
export const checkPaperOf = async (ctx: Reading, check: Check, faults: readonly Fault[]): Promise<FileAnswer> => {
  const data = {
    school: await schoolOf(ctx), by: check.askedBy?.name ?? '系统按月核验', asked: clock(check.askedAt), finished: clock(check.finishedAt), state: zh.checkStates[check.state],
    total: check.total, sound: Math.max(0, check.looked - check.changed - check.missing), changed: check.changed, missing: check.missing,
    faults: faults.map(({ number, title, secrecy, name, found, sha256 }) => [number, secrecy > 0 ? zh.labels.stubTitle : title, name, zh.founds[found], sha256]),
  };
  return asPdf(`文件核验报告 ${dayOf(check.askedAt)}`, await pdf(template('check'), data));
};
