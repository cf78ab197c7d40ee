export const zh = {
  refusals: {
    'settings.wrong_type': '这一项的值类型不对，请按原来的形式填写。',
    'settings.out_of_range': '超出允许的范围。',
  },
};
