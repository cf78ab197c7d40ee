import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
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
  /** Types a day, with an hour where one is asked for, into a field with a calendar, which has read it when it shows that day. */
  day: (label: string | RegExp, day: string, within?: Locator) => Promise<void>;
  /** Chooses from a list that opens under a field. */
  choose: (label: string | RegExp, option: string, within?: Locator) => Promise<void>;
  window: () => Locator;
  sees: (text: string | RegExp) => Promise<void>;
  /** No violation of WCAG 2.2 AA, and nothing scrolls sideways. */
  isWell: () => Promise<void>;
  close: () => Promise<void>;
}

const wait = 30_000;

export const deskOf = async (browser: Browser, url: string, username: string, width = 1440, moment?: string): Promise<Desk> => {
  const context = await browser.newContext({ viewport: { width, height: width > 760 ? 900 : 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  if (moment) await context.clock.setFixedTime(moment);
  const page = await context.newPage();
  page.setDefaultTimeout(wait);
  const signedIn = await context.request.post(`${url}/api/session`, { data: { username, password } });
  expect(signedIn.ok(), await signedIn.text()).toBe(true);
  const window = () => page.getByRole('dialog').last();
  return {
    page,
    open: async (path) => {
      // Within the product as by a link; the first page, and the same kind of page, is loaded.
      if (page.url() === 'about:blank' || kindOf(page.url()) === kindOf(url + path)) await page.goto(url + path);
      else await follow(page, path);
      await page.locator('#content h1:not([data-left])').first().waitFor();
      await page.waitForFunction(() => !document.querySelector('.coming'));
    },
    press: (name, within) => (within ?? page.locator('#content')).getByRole('button', { name, exact: typeof name === 'string' }).first().click(),
    fill: (label, text, within) => (within ?? page.locator('#content')).getByLabel(label).first().fill(text),
    day: async (label, day, within) => {
      const field = (within ?? page.locator('#content')).getByLabel(label).first();
      await field.fill(day);
      await page.locator(`.ant-picker-cell[title="${day.slice(0, 10)}"]`).filter({ visible: true }).first().waitFor();
      await field.press('Enter');
    },
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

const kindOf = (address: string) => new URL(address).pathname.replace(/[0-9a-f-]{36}/g, '$');

const follow = (page: Page, path: string) =>
  page.evaluate((to) => {
    document.querySelector('#content h1')?.setAttribute('data-left', '');
    history.pushState({}, '', to);
  }, path);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What a page does against rules of accessibility, each with the first place. */
export const violationsOf = async (page: Page, runOnly: RunOptions['runOnly'] = wcag): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const options: RunOptions = { runOnly, resultTypes: ['violations'] };
  const { violations } = (await page.evaluate((asked) => (window as unknown as { axe: { run: (o: unknown) => unknown } }).axe.run(asked), options)) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`);
};

/** How many pixels a page is wider than its screen. */
export const overhangOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

const isWell = async (page: Page) => {
  expect(await violationsOf(page)).toEqual([]);
  expect(await overhangOf(page), 'scrolls sideways').toBeLessThanOrEqual(0);
};
