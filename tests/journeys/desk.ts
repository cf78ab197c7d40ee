import AxeBuilder from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { password } from './school.ts';

/** One person at their desk or with their phone. */
export interface Desk {
  page: Page;
  open: (path: string) => Promise<void>;
  /** Presses a button, and in a window that opens another one. */
  press: (name: string | RegExp, within?: Locator) => Promise<void>;
  fill: (label: string | RegExp, text: string, within?: Locator) => Promise<void>;
  /** Chooses from a list that opens under a field. */
  choose: (label: string | RegExp, option: string, within?: Locator) => Promise<void>;
  window: () => Locator;
  sees: (text: string | RegExp) => Promise<void>;
  /** No violation of WCAG 2.2 AA, and nothing scrolls sideways. */
  isWell: () => Promise<void>;
  close: () => Promise<void>;
}

const wait = 15_000;

export const deskOf = async (browser: Browser, url: string, username: string, width = 1440, moment?: string): Promise<Desk> => {
  const context = await browser.newContext({ viewport: { width, height: width > 760 ? 900 : 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  if (moment) await context.clock.setFixedTime(moment);
  const page = await context.newPage();
  page.setDefaultTimeout(wait);
  await page.goto(url);
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.locator('#content').waitFor();
  const window = () => page.getByRole('dialog').last();
  return {
    page,
    open: async (path) => {
      await page.goto(url + path);
      await page.locator('#content h1').first().waitFor();
      await page.waitForFunction(() => !document.querySelector('.coming'));
    },
    press: (name, within) => (within ?? page.locator('#content')).getByRole('button', { name, exact: typeof name === 'string' }).first().click(),
    fill: (label, text, within) => (within ?? page.locator('#content')).getByLabel(label).first().fill(text),
    choose: async (label, option, within) => {
      const field = (within ?? page.locator('#content')).getByLabel(label).first();
      await field.click();
      await page.locator('.ant-select-item-option').filter({ hasText: option, visible: true }).first().click();
      // A list of several choices stays open.
      if (await field.evaluate((element) => element.closest('.ant-select-multiple') !== null)) await page.keyboard.press('Escape');
    },
    window,
    sees: (text) => page.getByText(text).filter({ visible: true }).first().waitFor(),
    isWell: () => isWell(page),
    close: () => context.close(),
  };
};

const isWell = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`)).toEqual([]);
  const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(content, 'scrolls sideways').toBeLessThanOrEqual(screen!);
};
