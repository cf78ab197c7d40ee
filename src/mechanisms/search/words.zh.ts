export const zh = {
  labels: {
    search: '搜索', ask: '标题、字号、来文单位、正文、附件内容', start: '输入两个字以上即可，字号用什么括号都行；“引号”里的词要求连在一起。', nothing: '没有找到。换个说法，或放宽日期。', from: '自', to: '至', more: '更多', inAttachment: '附件', counted: { exactly: '共', at_least: '超过' }, results: '件', sender: '来文单位', department: '送达部门', state: '办理状态', anyState: '不限', open: '在办', ended: '已办',
  },
};
