export const zh = {
  labels: { settings: '设置', standard: '默认', change: '修改', history: '记录', why: '修改原因', close: '关闭', units: { hours: '小时', days: '天', minutes: '分钟' } },

  refusals: {
    'settings.wrong_type': '这一项的值类型不对，请按原来的形式填写。',
    'settings.out_of_range': '超出允许的范围。',
  },
};
