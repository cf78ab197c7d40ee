export const en = {
  refusals: {
    'files.empty': 'The file is empty.', 'files.not_what_it_says': 'The file is not what its name says. It may be damaged or renamed.', 'files.page_of_the_web': 'A page of the web cannot be uploaded. Print it as PDF first.',
    'files.too_many_uploads': 'Too many files at once. Wait for the others.', 'files.wrong_offset': 'The upload was interrupted and goes on.', 'files.too_long': 'More came than the file has. Upload it again.',
    'files.incomplete': 'The file has not come whole.', 'files.erased': 'The content of this file was erased.', 'files.no_preview': 'This kind of file has no preview. Save it.',
    'files.classified_not_stored': 'Classified documents must not be uploaded.', 'files.unknown': 'There is no such file. Upload it again.',
  },
};
