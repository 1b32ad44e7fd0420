// Opens pages in a real browser, light and dark, narrow and wide, without a network: the console must
// stay empty, nothing may be asked for, nothing may stick out, and axe-core must find nothing.
//   node look.mjs PICTURES NAME=FILE ...
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [pictures, ...pages] = process.argv.slice(2);
const looks = [
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 380, colorScheme: "light" },
  { width: 380, colorScheme: "dark" },
];
const complaints = [];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const page of pages) {
  const [name, file] = page.split("=");
  for (const look of looks) {
    await lookAt(name, file, look);
  }
  await print(name, file);
}
await browser.close();
complaints.forEach((complaint) => console.error(complaint));
console.log(`${pages.length} pages, ${looks.length} looks each: ${complaints.length} complaints`);
process.exit(complaints.length === 0 ? 0 : 1);

async function open(title, file, look) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.colorScheme,
  });
  const tab = await context.newPage();
  tab.on("console", (line) => complaints.push(`${title}: console: ${line.text()}`));
  tab.on("pageerror", (error) => complaints.push(`${title}: error: ${error.message}`));
  tab.on("dialog", (dialog) => {
    complaints.push(`${title}: dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  const address = pathToFileURL(file).href;
  tab.on("request", (request) => {
    if (request.url() !== address) {
      complaints.push(`${title}: asked for ${request.url()}`);
    }
  });
  await tab.goto(address);
  return { context, tab };
}

async function lookAt(name, file, look) {
  const title = `${name}-${look.width}-${look.colorScheme}`;
  const { context, tab } = await open(title, file, look);
  await tab.screenshot({ path: `${pictures}/${title}.png`, fullPage: true });
  await small(tab, `${pictures}/${title}.webp`, look.width);
  const { wide, shown } = await tab.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    shown: document.documentElement.clientWidth,
  }));
  if (wide > shown) {
    complaints.push(`${title}: ${wide} pixels wide on a screen of ${shown}`);
  }
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate(() => globalThis.axe.run());
  for (const { id, help, nodes } of violations) {
    complaints.push(`${title}: ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html)}`);
  }
  await context.close();
}

// The top of the page, light enough for a document.
async function small(tab, file, width) {
  const height = await tab.evaluate(() => document.documentElement.scrollHeight);
  const session = await tab.context().newCDPSession(tab);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: 82,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, 1600), scale: width > 1000 ? 0.75 : 1 },
  });
  writeFileSync(file, Buffer.from(data, "base64"));
}

async function print(name, file) {
  const { context, tab } = await open(`${name}-print`, file, { width: 1280, colorScheme: "dark" });
  await tab.pdf({ path: `${pictures}/${name}.pdf`, format: "A4" });
  await context.close();
}
