/** What a line of the inbox asks for. */
export const asks = {
  zh: { 'archive.handOut': '借阅已批准，请借出', 'archive.decideRenewal': '请批复续借', 'archive.overdue': '借阅逾期未还，请催还', 'archive.destroy': '销毁清册已批准，请组织销毁' },
  en: { 'archive.handOut': 'Borrowing is approved: hand it out', 'archive.decideRenewal': 'Decide the renewal', 'archive.overdue': 'Overdue: ask for it back', 'archive.destroy': 'The destruction list is approved: carry it out' },
};
