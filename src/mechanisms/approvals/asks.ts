/** What each line of the inbox asks for: apart from the other words, because everybody opens the inbox first. */
export const asks = {
  zh: { 'approvals.sign': '请审批', 'approvals.resubmit': '退回修改' },
  en: { 'approvals.sign': 'Please approve', 'approvals.resubmit': 'Returned to you' },
};
