/** What the auditor is told each day; worded by the pages too. */
export const messages = {
  zh: { 'audit.checkpoint': '审计链到第 {position} 条的校验值：{hash}' },
  en: { 'audit.checkpoint': 'Hash of the audit trail up to entry {position}: {hash}' },
} as const;
