import type { ThemeConfig } from 'antd';

/** Ink blue, warm grey, and seal red for 签发, 用印, 特急 alone. The style sheet reads the same values as `var(--ink)`. */
const calm = {
  ink: '#1F4E79', seal: '#B5262B', paper: '#F7F6F3', sheet: '#FFFFFF', head: '#F1EEE8', chosen: '#E8EEF4', line: '#E3DED4', edge: '#BDB6A9', text: '#1D1D1D', quiet: '#595959',
  amber: '#8A5300', red: '#A3201F', green: '#2E7D4F', go: '#5C7F9E', wait: '#C77700', off: '#8C8C8C', hit: '#FDE8A8',
};

/** For people whose system asks for more contrast. */
const strong: Partial<typeof calm> = { ink: '#0F3557', paper: '#FFFFFF', line: '#767676', edge: '#4D4D4D', text: '#000000', quiet: '#333333', amber: '#6B3F00', red: '#8A1010', green: '#14532D', wait: '#6B3F00', go: '#0F3557', off: '#4D4D4D' };

export const colours = { ...calm, ...(globalThis.matchMedia?.('(prefers-contrast: more)').matches && strong) };

/** Once, before the first page is drawn. */
export const paint = () => {
  for (const [name, value] of Object.entries(colours)) document.documentElement.style.setProperty(`--${name}`, value);
};

export const font = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif';

interface Reader {
  large: boolean;
  /** A narrow screen that is touched: letters of 16 px, targets of 44. */
  phone: boolean;
}

export const textSize = ({ large, phone }: Reader) => (phone ? 16 : 14) + (large ? 2 : 0);

export const themeOf = (reader: Reader): ThemeConfig => ({
  token: {
    colorPrimary: colours.ink,
    colorLink: colours.ink,
    colorText: colours.text,
    colorError: colours.red,
    colorWarning: colours.amber,
    colorSuccess: colours.green,
    colorWarningBg: '#FFF6DD',
    colorWarningBorder: '#E3C77E',
    colorErrorBg: '#FBECEA',
    colorErrorBorder: '#E3A9A4',
    colorSuccessBg: '#EAF4EE',
    colorSuccessBorder: '#A9CDB8',
    colorInfo: colours.ink,
    colorInfoBg: colours.chosen,
    colorInfoBorder: '#B4C6D8',
    colorTextSecondary: colours.quiet,
    colorTextDescription: colours.quiet,
    colorTextPlaceholder: '#6B6B6B',
    colorTextDisabled: '#6B6B6B',
    colorBgLayout: colours.paper,
    colorBorder: colours.edge,
    colorBorderSecondary: colours.line,
    borderRadius: 4,
    fontSize: textSize(reader),
    controlHeight: reader.phone ? 44 : 32,
    fontFamily: font,
    motion: false,
  },
  components: { Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' }, Form: { itemMarginBottom: 16 }, Segmented: { trackBg: colours.head, itemColor: colours.text } },
});
