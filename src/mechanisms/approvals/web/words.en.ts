import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  labels: {
    routes: 'Approval routes', say: 'Which steps a document takes once it is sent, and who signs. Changes are a draft first; try it, then publish. What is under way keeps the route it started with.', subject: 'For',
    inForce: 'In force: {base}', shipped: 'as shipped', draftOf: 'Draft, made from {base}', unchanged: 'The same as the route in force; nothing changed yet.', version: 'version {n}', draft: 'Draft',
    step: 'Step {n}', add: 'Add a step', newStep: 'New step', change: 'Change', done: 'Fold', up: 'Up', down: 'Down', remove: 'Remove', discard: 'Discard changes', discardWhat: 'Discard the draft', discardThen: 'The changes in the draft are lost; the route in force is shown.',
    title: 'Name', who: 'Signed by', role: 'Role', person: 'Person', field: 'Departments from', mode: 'If several', batch: 'Needs no reading: may be approved together in the inbox', when: 'When it goes here', always: 'Always', whenAll: 'Only if all of these hold', condition: 'Condition {n}', addCondition: 'Add a condition', removeCondition: 'Remove the condition', compare: 'Comparison', values: 'Values', amount: 'Amount',
    unnamed: '(no name)', incomplete: 'These steps are not complete: {steps}', someone: 'a person',
    try: 'Try it', trySay: 'Fill in a sample and see who would sign by this draft. Nothing is sent.', drafter: 'Drafter', department: 'Department of the drafter', run: 'See who signs', goes: 'goes here', skips: 'skipped', chosenLater: 'chosen by the drafter when sent', nobody: 'nobody could sign', gaps: 'Nobody could sign these steps for some departments:', gapAnywhere: '{step}: nobody holds it', gapIn: '{step}: {departments}', canPublish: 'It can be published.',
    publish: 'Publish a new version', publishThen: 'What is sent from now on takes the new version; what is under way does not change.', why: 'Why it changes', published: 'Version {n} published', staleDraft: 'The draft was made from {base}; there is a newer version now. Discard it, or compare the versions and do it again.', draftBack: 'Your draft that was not published is back.',
    history: 'Versions', comparing: 'Compare two versions', from: 'From', to: 'To', same: 'The two are the same.', restore: 'Restore as draft', restored: 'The draft is now {base}. It counts when it is published.', restoreWhat: 'Replace the draft by {base}', restoreThen: 'What is changed in the draft now is replaced.',
  },
  changes: { added: 'Step added', removed: 'Step removed', moved: 'Moved', title: 'Renamed', who: 'Signer changed', mode: 'Way of signing changed', when: 'Conditions changed', batch: 'Approving together changed' },
  roles: { staff: 'Staff', 'office.clerk': 'Office clerk', 'office.director': 'Head of the office', 'department.head': 'Head of department', leader: 'School leader', principal: 'Principal', archivist: 'Archivist', storekeeper: 'Storekeeper', buyer: 'Buyer', technician: 'Technician', receptionist: 'Receptionist', admin: 'System administrator', security: 'Security administrator', auditor: 'Auditor' },
  whoKinds: { role: 'Whoever holds a role', head: 'Head of the drafting department', leader: 'Leader in charge of the drafting department', person: 'A named person', chosen: 'Chosen by the drafter when sent', heads_of: 'Heads of the departments filled in' },
  comparisons: { one_of: 'is one of', none_of: 'is none of', at_least: 'is at least', below: 'is below', yes: 'yes', no: 'no', some: 'has some', none: 'has none' },
  flags: { yes: 'allowed', no: 'not allowed' },
};
