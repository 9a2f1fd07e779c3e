// Accessibility of pages by axe-core in Chromium: node axe.mjs [--pictures FOLDER] PAGE.html...
// Looks at each page in light and dark, at 320 and at 1280 pixels. Prints one JSON line a view with what axe found and
// whether the page is wider than the window. Environment: CHROMIUM, the browser's path.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const files = process.argv.slice(2);
const pictures = files[0] === "--pictures" ? files.splice(0, 2)[1] : "";
if (pictures) mkdirSync(pictures, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
for (const file of files) {
  for (const scheme of ["light", "dark"]) {
    for (const width of [320, 1280]) {
      const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(pathToFileURL(resolve(file)).href);
      await page.evaluate(axe);
      const found = await page.evaluate(() => globalThis.axe.run({ rules: { "target-size": { enabled: true } } }));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      if (pictures) {
        const name = `${basename(file, ".html")}-${scheme}-${width}.png`;
        await page.screenshot({ path: join(pictures, name), fullPage: true });
      }
      const violations = found.violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }));
      const remote = asked.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"));
      console.log(JSON.stringify({ file, scheme, width, violations, wide, remote }));
      await context.close();
    }
  }
}
await browser.close();
