export const en = {
  refusals: {
    'files.empty': 'The file is empty.', 'files.not_what_it_says': 'The file is not what its name says. It may be damaged or renamed.', 'files.page_of_the_web': 'A page of the web cannot be uploaded. Print it as PDF first.',
    'files.program': 'This is a program or a script. It cannot be uploaded as part of a document.', 'files.no_room': 'The disk of the server has no room for this file. Nothing was saved; tell the administrator.', 'files.wrong_sum': 'This piece was damaged on its way and is sent again.',
    'files.too_many_uploads': 'Too many uploads are unfinished. Finish those first; what stays unfinished is removed after a day.', 'files.wrong_offset': 'The upload was interrupted and goes on.', 'files.too_long': 'More came than the file has. Upload it again.',
    'files.incomplete': 'The file has not come whole.', 'files.erased': 'The content of this file was erased.', 'files.no_preview': 'This kind of file has no preview. Save it.',
    'files.classified_not_stored': 'Classified documents must not be uploaded.', 'files.record_destroyed': 'This document was destroyed and takes no file any more.', 'files.unknown': 'There is no such file. Upload it again.',
  },
  why: {
    broken: 'the file is damaged', bomb: 'it unpacks to far more than it is and may be hostile', doctype: 'it refers to content outside itself and may be hostile', slow: 'reading took too long and was stopped',
    large: 'the picture or its content is too large', locked: 'the file has a password; ask the sender for one without', pictures: 'its pages are pictures and wait to be read', no_text: 'there is no text in it',
    no_reader: 'text of this kind of file is not read; save it to look', no_converter: 'the server has no LibreOffice to read this old format; save it as PDF and upload that', died: 'the reader stopped several times; upload it again to retry',
    classified: 'it carried a mark of 密级 and its content was erased',
  } as Record<string, string>,
};
