export const en = {
  labels: {
    papers: 'Import a table of old paper', paperHint: 'Download the form, fill it in and upload it. Every row is looked through and nothing is changed; you confirm, and the rows without a fault are imported. Of 秘密 and above only a stub is made, without a title.', form: 'Download the form', choose: 'Upload the table', looking: 'Looking through', noPapers: 'No table of old paper was imported yet.', by: 'Uploaded by',
    totals: '{total} rows: {good} can be imported, {faulty} have faults.', allGood: 'All {total} rows can be imported.', entered: '{entered} items imported; {left} rows had faults and were left out. Mend them, keep only those rows in a table, and upload it.', enteredAll: '{entered} items imported.',
    faulty: 'Rows with faults', fine: 'Rows that can be imported', line: 'Row', found: 'Found', fineLine: 'can be imported', stub: 'stub', more: 'Show more', begin: 'Import', beginAll: '{good} items are imported with their numbers. It cannot be undone.', beginSome: '{good} items are imported with their numbers. It cannot be undone. {faulty} rows have faults and are left out.',
    scans: 'Add scans', scansHint: 'A file is called by its number, as 0001-WS·2006-Y-BGS-0012.pdf; of several for one item the others end in -2, -3. The dot may be written - or _. Choose several at once, now or later.', scanned: '{n} added now', notTaken: '{n} not taken', unscanned: '{n} items without a scan', withScans: '{n} items have scans', working: 'Being imported. You may go on with other things and will be told.',
  },
};
