export const en = {
  packageStates: { waiting: 'Waiting', running: 'Being made', done: 'Made', failed: 'Not made', removed: 'File removed' },
  importStates: { checking: 'Being checked', refused: 'Did not pass', checked: 'Sound, may be imported', importing: 'Being imported', done: 'Imported', failed: 'Not finished', dropped: 'Not imported, file removed' },
  faults: {
    not_zip: 'Not a whole ZIP file', bad_path: 'A file name leads upwards, is absolute or has backslashes', duplicate: 'Two files of the same name', encrypted: 'A file has a password', too_many: 'Too many files or lines', bomb: 'Would unpack to far too much; not unpacked',
    manifest_missing: 'The list of sums is missing', catalogue_missing: 'The catalogue is missing', unlisted: 'Not in the list of sums', missing: 'In the list but not in the package', hash: 'The sum differs', unreadable: 'Cannot be read', program: 'A program or page of the web', xml: 'The catalogue is malformed',
    row: 'The line is incomplete or not allowed', row_file: 'A file of the catalogue is missing or differs', number_twice: 'A number stands twice', number_taken: 'The number is taken here', box_taken: 'The box is taken here', box_order: 'The box numbers do not follow the item numbers', year_closed: 'The year is closed here', totals: 'Items, files or bytes differ from the list',
  },
  refusals: {
    'archive.package_running': 'A package is being made. Make the next when it is done.',
    'archive.package_empty': 'Nothing is archived in those years and retentions.',
    'archive.package_too_large': 'A package holds at most 20,000 items. Take fewer years.',
    'archive.package_not_ready': 'The package is not made yet.',
    'archive.package_holds_classified': 'Something in it turned out to be classified. Make it anew.',
    'archive.import_ended': 'This package is imported, did not pass, or is just being worked on.',
    'archive.import_running': 'A package is being checked or imported. Go on when it is done.',
    'archive.package_unknown': 'The uploaded package was not found. Upload it again.',
    'archive.import_not_checked': 'This package did not pass its check, or is imported already.',
    'archive.came_whole': 'It was imported with its number, which is not withdrawn.',
    'archive.institution_unmapped': 'Choose a department for each institution.',
  },
  acts: { 'archive.makePackage': 'Make a transfer package', 'archive.packageContent': 'Download a transfer package', 'archive.removePackage': 'Remove the file of a transfer package', 'archive.dropImport': 'Give up an import', 'archive.checkPackage': 'Check a transfer package', 'archive.importPackage': 'Import a transfer package' },
  messages: {
    'archive.package_ready': 'The transfer package is made: {receiver}, {items} items',
    'archive.package_failed': 'The transfer package was not made: {receiver}, {items} items',
    'archive.import_done': 'The package is imported: {items} items, {files} files',
  },
};
