import { everybody } from '#mechanisms/access/roles.ts';
import { declareSubject } from '#mechanisms/approvals/subjects.ts';
import { declarePromises } from '#mechanisms/deadlines/promises.ts';
import { declareMessages } from '#mechanisms/notifications/wording.ts';
import { defineModule, together } from '#platform/module.ts';
import { actions as boxing } from './boxes/actions.ts';
import { queries as boxes } from './boxes/queries.ts';
import { queries as catalogue } from './catalogue/queries.ts';
import { archive as contract } from './contract.ts';
import { actions as destroying } from './destruction/actions.ts';
import { erasing } from './destruction/erasing.ts';
import { listens as destructionTold } from './destruction/listens.ts';
import { queries as destructions } from './destruction/queries.ts';
import { destructionSubject } from './destruction/route.ts';
import { actions as filing } from './filing/actions.ts';
import { queries as waiting } from './filing/queries.ts';
import { actions as checks, checkWanted } from './fixity/actions.ts';
import { checking, monthly } from './fixity/checking.ts';
import { queries as checked } from './fixity/queries.ts';
import { actions as lending } from './loans/actions.ts';
import { listens as loanTold } from './loans/listens.ts';
import { queries as loans } from './loans/queries.ts';
import { promised, settings as lendingSettings, subject } from './loans/route.ts';
import { transfers as viewing } from './loans/viewing.ts';
import { actions as papering, listens as paperWanted, transfers as bringing } from './paper/actions.ts';
import { importingPaper } from './paper/importing.ts';
import { queries as papers } from './paper/queries.ts';
import { actions as retaining } from './retention/actions.ts';
import { queries as retention } from './retention/queries.ts';
import { settings } from './settings.ts';
import { actions as transferring, listens as transferWanted } from './transfer/actions.ts';
import { checkingPackage } from './transfer/checking.ts';
import { importingPackage } from './transfer/importing.ts';
import { packing } from './transfer/packing.ts';
import { queries as packages, transfers } from './transfer/queries.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';
import { actions as closing } from './years/actions.ts';
import { queries as years } from './years/queries.ts';

declareMessages(zh.messages, en.messages, { 'archive.files_damaged': { mail: 'always', zh: '档案文件核验发现问题', en: 'Archived files that are not as they were' } });

declareSubject(subject);
declareSubject(destructionSubject);
declarePromises(promised);

export const archive = defineModule({
  name: 'archive',
  contract,
  queries: { ...catalogue, ...waiting, ...retention, ...years, ...boxes, ...checked, ...packages, ...loans, ...papers, ...destructions },
  actions: { ...filing, ...retaining, ...closing, ...boxing, ...checks, ...transferring, ...lending, ...papering, ...destroying },
  transfers: { ...transfers, ...viewing, ...bringing },
  jobs: { 'archive.check_files': checking, 'archive.check_monthly': monthly, 'archive.pack': packing, 'archive.check_package': checkingPackage, 'archive.import_package': importingPackage, 'archive.import_paper': importingPaper, 'archive.erase_destroyed': erasing },
  listens: { 'archive.check_wanted': checkWanted, ...transferWanted, ...together(loanTold, destructionTold), ...paperWanted },
  constraints: {
    archive_items_once: 'archive.archived_already', archive_exclusions_once: 'archive.excluded_already', archive_codes_differ: 'archive.code_taken',
    archive_boxes_in_order: 'archive.proposal_stale', archive_checks_one_at_a_time: 'archive.check_running', archive_years_closed_once: 'archive.year_closed',
    archive_loans_one_original: 'archive.lent_already', archive_loans_asked_once: 'archive.asked_already', archive_renewals_one_open: 'archive.renewal_waits',
    archive_packages_one_at_a_time: 'archive.package_running', archive_imports_one_at_a_time: 'archive.import_running', archive_papers_one_at_a_time: 'archive.paper_running',
  },
  settings: { ...settings, ...lendingSettings },
  grants: {
    'archive.read': everybody,
    'archive.read_all': ['office.clerk', 'office.director', 'principal', 'archivist'],
    'archive.manage': ['archivist'],
    'archive.see_destruction': ['archivist', 'office.director', 'principal'],
  },
});
