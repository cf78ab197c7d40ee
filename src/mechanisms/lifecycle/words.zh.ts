export const zh = {
  labels: {
    lives: '公文的一生', hint: '下面由系统的规则生成：每一步由谁办、办完到哪里、各项时限多长。', state: '状态', acts: '可以', by: '由', to: '转为', or: '或', starts: '起点', ends: '终点', nothing: '到此为止', from: '自', at: '用去', print: '打印',
  },
};
