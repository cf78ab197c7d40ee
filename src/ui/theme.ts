import { theme, type ThemeConfig } from 'antd';
import type { Look } from './look.ts';

/** Ink blue, warm grey, and seal red for 签发, 用印, 特急 alone. The style sheet reads the same values as `var(--ink)`. */
const light = {
  ink: '#1F4E79', fill: '#1F4E79', press: '#2B6199', seal: '#B5262B', paper: '#F7F6F3', sheet: '#FFFFFF', head: '#F1EEE8', over: '#FBFAF7', chosen: '#E8EEF4', line: '#E3DED4', edge: '#918A7D', halo: '#C7D3DE',
  text: '#1D1D1D', quiet: '#595959', faint: '#6B6B6B', amber: '#8A5300', red: '#A3201F', green: '#2E7D4F', go: '#5C7F9E', wait: '#C77700', off: '#8C8C8C', hit: '#FDE8A8',
  warn: '#FFF6DD', warnEdge: '#E3C77E', fault: '#FBECEA', faultEdge: '#E3A9A4', good: '#EAF4EE', goodEdge: '#A9CDB8', tellEdge: '#B4C6D8',
};

type Colours = typeof light;

/** For dark rooms, and whoever's system is dark. */
const dark: Colours = {
  ink: '#9CC3E6', fill: '#2F6EA5', press: '#3A7FBA', seal: '#F0847F', paper: '#16181B', sheet: '#1E2125', head: '#282C31', over: '#25292E', chosen: '#24384A', line: '#363B41', edge: '#727A83', halo: '#31506C',
  text: '#E6E3DD', quiet: '#ACA89F', faint: '#9C988F', amber: '#E8B35A', red: '#F28D88', green: '#74C490', go: '#7FA9CF', wait: '#E8A33D', off: '#8C8C8C', hit: '#54430F',
  warn: '#352B13', warnEdge: '#6E5A24', fault: '#3A2120', faultEdge: '#7A3E3B', good: '#1D3326', goodEdge: '#3C6B4E', tellEdge: '#3D5A75',
};

/** For people whose system, or who themselves, ask for more contrast. */
const contrast: Colours = {
  ...light,
  ink: '#0F3557', fill: '#0F3557', paper: '#FFFFFF', over: '#F1EEE8', line: '#767676', edge: '#4D4D4D', halo: '#5C7F9E', text: '#000000', quiet: '#333333', faint: '#4D4D4D', amber: '#6B3F00', red: '#8A1010', green: '#14532D', wait: '#6B3F00', go: '#0F3557', off: '#4D4D4D',
  warnEdge: '#6B3F00', faultEdge: '#8A1010', goodEdge: '#14532D', tellEdge: '#0F3557',
};

export const palettes: Record<Look, Colours> = { light, dark, contrast };

export const font = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif';

export interface Reader {
  large: boolean;
  /** A narrow screen that is touched: letters of 16 px, targets of 44. */
  phone: boolean;
  look: Look;
}

export const textSize = ({ large, phone }: Omit<Reader, 'look'>) => (phone ? 16 : 14) + (large ? 2 : 0);

export const themeOf = (reader: Reader): ThemeConfig => {
  const colours = palettes[reader.look];
  return {
    algorithm: reader.look === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...tokensOf(colours), borderRadius: 4, fontSize: textSize(reader), controlHeight: reader.phone ? 44 : 32, fontFamily: font, motion: false },
    components: { Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', defaultHoverColor: colours.ink, defaultHoverBorderColor: colours.ink, defaultActiveColor: colours.ink }, Form: { itemMarginBottom: 16 }, Segmented: { trackBg: colours.head, itemColor: colours.text } },
  };
};

const tokensOf = (colours: Colours): NonNullable<ThemeConfig['token']> => ({
  colorPrimary: colours.fill,
  colorPrimaryHover: colours.press,
  colorLink: colours.ink,
  colorText: colours.text,
  colorTextSecondary: colours.quiet,
  colorTextDescription: colours.quiet,
  colorTextPlaceholder: colours.faint,
  colorTextDisabled: colours.faint,
  colorError: colours.red,
  colorErrorBg: colours.fault,
  colorErrorBorder: colours.faultEdge,
  colorWarning: colours.amber,
  colorWarningBg: colours.warn,
  colorWarningBorder: colours.warnEdge,
  colorSuccess: colours.green,
  colorSuccessBg: colours.good,
  colorSuccessBorder: colours.goodEdge,
  colorInfo: colours.ink,
  colorInfoBg: colours.chosen,
  colorInfoBorder: colours.tellEdge,
  colorBgLayout: colours.paper,
  colorBgContainer: colours.sheet,
  colorBgElevated: colours.sheet,
  colorBorder: colours.edge,
  colorBorderSecondary: colours.line,
  controlItemBgActive: colours.chosen,
});
