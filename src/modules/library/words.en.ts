import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  states: { see: 'see', read: 'read', edit: 'edit', manage: 'manage' },
  refusals: {
    'library.may_not_edit': 'You may not edit here. Ask whoever manages the folder.',
    'library.may_not_manage': 'Only whoever manages it can do this.',
    'library.name_taken': 'A file or folder of this name is here already. Choose another name.',
    'library.quota_full': 'The room of this department or project is full; nothing was saved. Remove old files or ask the office for more room.',
    'library.text_is_classified': 'The content or the name carries a mark of 密级. What is 秘密 or above must not enter the library.',
    'library.file_unknown': 'The file is not there; it may have been erased. Upload it again.',
    'library.locked_by_other': 'Somebody else has locked the file. Wait until they give it back, or ask a manager to break the lock.',
    'library.newer_version': 'Somebody saved a newer version meanwhile. Your file is not lost: compare, then decide.',
    'library.same_content': 'The content is exactly that of the current version; nothing was added.',
    'library.is_current': 'This is the current version.',
    'library.not_locked': 'The file is not locked.',
    'library.reason_missing': 'Say why you break somebody’s lock.',
    'library.is_top': 'The top folder of a department, a project or the school cannot be changed like this.',
    'library.circle': 'A folder cannot be moved into itself or into a folder below it.',
    'library.too_many_tags': 'A file has at most 20 tags.',
    'library.not_a_space': 'Room is set on the top folders of departments, projects and the school.',
    'library.subject_unknown': 'There is no such person or department; they may have left.',
    'library.nobody_manages': 'Somebody must remain who manages it.',
    'library.ends_before_it_starts': 'The last day is over already.',
    'library.link_ended': 'The link has ended or was taken back.',
  },
  messages: { 'library.shared': '{by} opened “{title}” to you', 'library.lock_broken': '{by} broke your lock of “{title}”: {note}' },
  permissions: { 'library.read': 'Use the library', 'library.projects': 'Make project folders', 'library.office': 'Set the room of the library' },
  acts: {
    'library.putFile': 'Put into the library', 'library.addVersion': 'New version', 'library.restoreVersion': 'Old version restored', 'library.rename': 'Renamed', 'library.move': 'Moved', 'library.trash': 'Moved to the trash', 'library.untrash': 'Taken out of the trash',
    'library.lock': 'Locked', 'library.unlock': 'Unlocked', 'library.grant': 'Right given', 'library.withdraw': 'Right taken back', 'library.setInheritance': 'Inheritance changed', 'library.makeLink': 'Link made',
  },
};
