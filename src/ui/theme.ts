import type { ThemeConfig } from 'antd';

/** Ink blue, warm grey, and seal red for 签发, 用印, 特急 alone. */
export const colours = { ink: '#1F4E79', seal: '#B5262B', paper: '#F7F6F3', line: '#E3DED4', amber: '#8A5300', red: '#A3201F', green: '#2E7D4F', quiet: '#595959' };

export const themeOf = (large: boolean): ThemeConfig => ({
  token: {
    colorPrimary: colours.ink,
    colorLink: colours.ink,
    colorError: colours.red,
    colorWarning: colours.amber,
    colorSuccess: colours.green,
    colorTextSecondary: colours.quiet,
    colorTextDescription: colours.quiet,
    colorTextPlaceholder: '#6B6B6B',
    colorTextDisabled: '#6B6B6B',
    colorBgLayout: colours.paper,
    colorBorder: '#BDB6A9',
    colorBorderSecondary: colours.line,
    borderRadius: 4,
    fontSize: large ? 16 : 14,
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif',
    motion: false,
  },
});
