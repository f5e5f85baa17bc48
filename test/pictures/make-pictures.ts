import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openApp, projectFolder } from '../e2e/harness.ts';

/*
 * Makes the pictures of the documentation from the running app: `npm run pictures`.
 */

const folder = join(projectFolder, 'docs', 'pictures');
await mkdir(folder, { recursive: true });

for (const theme of ['light', 'dark'] as const) {
  const app = await openApp({ entry: 'browser', theme });
  const { page } = app;
  await page.locator('.sheet-grid td').first().waitFor();
  await page.evaluate(() => document.fonts.ready);

  await page.getByRole('tab', { name: 'Deals' }).click();
  const nameBox = page.getByRole('combobox', { name: /^Name box/ });
  await nameBox.fill('L9');
  await nameBox.press('Enter');
  await page.locator('.sheet-grid td.current').waitFor();
  await page.screenshot({ path: join(folder, `deals-${theme}.png`) });

  await page.getByRole('radio', { name: 'Benchmark' }).click();
  await page.keyboard.press('Control+F5');
  const slides = page.getByRole('dialog', { name: 'Presentation' });
  await slides.getByText('Basis Benchmark', { exact: true }).waitFor();
  await page.keyboard.press('3');
  await slides.getByRole('img', { name: /^Money flows/ }).waitFor();
  await page.screenshot({ path: join(folder, `flows-${theme}.png`) });
  await app.close();
}
