export const zh = {
  labels: { audit: '审计', verify: '核对防篡改链', verifying: '正在核对…', whole: '链条完整', broken: '链条在此处断裂', entries: '条', unsealed: '条待封存', newest: '最新校验值', action: '操作', actor: '操作人', address: '地址', at: '时间', input: '内容', more: '更多', search: '操作名称，如 incoming.register', nothing: '没有符合条件的记录。' },
};
