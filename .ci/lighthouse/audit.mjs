// Lighthouse, kept running: each line of standard input is a request, each line of standard output
// the answer to it. Asked: {url, desktop, without}; `without` names the audits that don't apply.
// Answered: {scores, findings}, the scores by category and 0 to 100; or {error}.
import { createInterface } from "node:readline";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

// The pages fetch nothing later on; and nobody looks at the report's own pictures.
const IN_SHORT = {
  networkQuietThresholdMs: 500,
  cpuQuietThresholdMs: 500,
  disableFullPageScreenshot: true,
};

const [chromePath, ...chromeFlags] = process.argv.slice(2);
const chrome = await launch({ chromePath, chromeFlags, logLevel: "silent" });

function findingsOf(report, category) {
  return category.auditRefs
    .map(({ id, weight }) => ({ ...report.audits[id], weight }))
    .filter(({ weight, score }) => weight && score !== null && score < 1)
    .map(({ id, title, displayValue, details }) => {
      const places = (details?.items ?? []).map(
        (item) => item.node?.snippet ?? item.description ?? item.reason ?? item.url ?? "",
      );
      return [`${id}: ${title}`, displayValue, ...places].filter(Boolean).join(" | ");
    });
}

async function answer({ url, desktop, without }) {
  const flags = {
    port: chrome.port,
    skipAudits: without,
    ignoreStatusCode: true, // the page that is not there is a page, too
    logLevel: "silent",
    ...IN_SHORT,
  };
  const result = await lighthouse(url, flags, desktop ? desktopConfig : undefined);
  const report = result.lhr;
  if (report.runtimeError) return { error: report.runtimeError.message };
  const categories = Object.values(report.categories);
  return {
    scores: Object.fromEntries(categories.map(({ id, score }) => [id, Math.round(score * 100)])),
    findings: Object.fromEntries(
      categories.map((category) => [category.id, findingsOf(report, category)]),
    ),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const told = await answer(JSON.parse(line)).catch((error) => ({ error: String(error) }));
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
await chrome.kill();
