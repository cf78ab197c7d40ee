export const zh = {
  labels: {
    settings: '设置', say: '办公室的每一项时限和数字，默认值来自工作方案。改动要写明依据，保存后立即生效，正在计时的事项按新值重算。', standard: '方案规定', clause: '条款', change: '修改', history: '变更记录', value: '现行值', why: '修改依据', whyHint: '如：校长办公会 9 月 3 日决定', save: '保存', cancel: '取消', changedBy: '修改', neverChanged: '一直按方案，没有改过', reset: '恢复方案规定：', yes: '是', no: '否',
    between: '允许 {least} 至 {most}', fromTo: '{old} 改为 {new}', units: { hours: '小时', days: '天', minutes: '分钟', percent: '%', people: '人' } as Record<string, string>,
  },
  refusals: {
    'settings.wrong_type': '这一项的值类型不对，请按原来的形式填写。',
    'settings.out_of_range': '超出允许的范围。',
  },
};
