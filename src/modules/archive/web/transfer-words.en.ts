export const en = {
  labels: {
    transfer: 'Transfer and import', make: 'Make a transfer package', makeHint: 'One folder an item, with the catalogue, its metadata and the sum of every file; it is read without Zongban.', receiver: 'Receiver', years: 'Years', chooseRetentions: 'Retention', noPackages: 'No transfer package yet.', packages: 'Transfer packages',
    items: '{items} items', progress: '{done} of {all} items', filesCount: '{files} files', download: 'Download', sum: 'SHA-256', madeBy: 'Made by', notMade: 'Not made: {why}', damagedFile: 'A file is missing or differs from its sum. Check the files first.',
    imports: 'Import a package', importHint: 'Upload a package (one file of at most 2 GB). Every file and line is checked first; you confirm the import when all is sound.', choosePackage: 'Transfer package (ZIP)', noImports: 'No package was imported yet.', faults: 'What was found', moreFaults: '{n} in all; at most 500 are shown.', showAll: 'Show all', check: 'Check',
    institutions: 'Departments', institutionsHint: 'To which department here each of the package belongs. The numbers stay.', begin: 'Import', beginThen: '{items} items are imported with their numbers. It cannot be undone.', report: 'Report', saysPackage: 'Package', saysHere: 'Here now', same: 'the same', differs: 'differs', bytes: 'Bytes', count: 'Items', fileCount: 'Files', lookedAt: '{done} of {all}',
  },
};
